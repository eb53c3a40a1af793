using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>When edits stop both sides agree within two cycles, and then nothing happens any more.</summary>
internal sealed class Quiescence
{
    private readonly SortedDictionary<CallPoint, long> _calls = [];

    /// <summary>The name under which a run of it can be replayed.</summary>
    public const string Name = "quiet";

    /// <summary>Runs so many worlds, each for so many cycles after it came to rest.</summary>
    /// <returns>The exit code.</returns>
    public static int Prove(int cycles, int worlds, TextWriter words)
    {
        var quiet = new Quiescence();
        var seeds = Seeds.Until(s => s.Begun > worlds, seed => quiet.Add(seed, cycles));
        var all = (double)cycles * seeds.Runs;
        var line = FormattableString.Invariant($"{cycles:N0} cycles in each of {seeds.Runs} worlds after edits stopped and two cycles: {quiet.Writes} writes, {quiet._calls.Values.Sum() / all:F3} reads a cycle ({string.Join(", ", quiet._calls.Select(c => FormattableString.Invariant($"{c.Key} {c.Value / all:F3}")))})");
        return seeds.Tell(words, line, $"{Name} --cycles {cycles}");
    }

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed, int cycles) => new Rest(cycles).Experiment(seed);

    private long Writes => _calls.Where(c => Call.Writes(c.Key)).Sum(c => c.Value);

    private Verdict Add(int seed, int cycles)
    {
        var rest = new Rest(cycles);
        var verdict = Seeds.Of(rest.Experiment(seed));
        lock (_calls)
        {
            foreach (var (point, count) in rest.Calls) _calls[point] = _calls.GetValueOrDefault(point) + count;
        }

        return verdict;
    }
}
