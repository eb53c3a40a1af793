using System.Text;

namespace SyncWorker.Simulation.Worlds;

/// <summary>What happened in a run, in its order: as a number that is the same whenever the run is, and in words where somebody reads along.</summary>
internal sealed class Trace(TextWriter? words)
{
    private ulong _hash = 14695981039346656037UL;

    /// <summary>Whether somebody reads along.</summary>
    public bool IsOn => words is not null;

    /// <summary>The run so far as a number.</summary>
    public string Hash => _hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Something that belongs to the run's identity.</summary>
    public void Note(string happening)
    {
        foreach (var b in Encoding.UTF8.GetBytes(happening)) _hash = (_hash ^ b) * 1099511628211UL;
        words?.WriteLine(happening);
    }

    /// <summary>Something for whoever reads along.</summary>
    public void Say(string remark) => words?.WriteLine(remark);
}
