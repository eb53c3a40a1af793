using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Very many deals of another tool, taken over on day one while calls fail and processes end: none gets a second record, and AWS gets what a person chose and nothing else.</summary>
internal sealed class Adoptions
{
    private const int OfAWorld = 8;
    private readonly Lock _lock = new();
    private int _adopted, _different, _chosen, _writes;

    /// <summary>The name under which a run of it can be replayed.</summary>
    public const string Name = "adoptions";

    /// <summary>Runs worlds until so many deals were adopted.</summary>
    /// <returns>The exit code.</returns>
    public static int Prove(int deals, TextWriter words)
    {
        var adoptions = new Adoptions();
        var seeds = Seeds.Until(_ => Volatile.Read(ref adoptions._adopted) >= deals, adoptions.Add);
        var line = FormattableString.Invariant($"{adoptions._adopted:N0} deals of another tool adopted, {adoptions._different:N0} of them different from Salesforce; {adoptions._chosen:N0} rows chosen to be sent; {adoptions._writes:N0} writes at AWS in worlds in which nobody edited anything since");
        return seeds.Tell(words, line, Name);
    }

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed) => new DayOne(OfAWorld).Experiment(seed);

    private Verdict Add(int seed)
    {
        var day = new DayOne(OfAWorld);
        var verdict = Seeds.Of(day.Experiment(seed));
        lock (_lock)
        {
            _adopted += day.Adopted;
            _different += day.Different;
            _chosen += day.Chosen;
            _writes += day.WritesAfterNoEdit;
        }

        return verdict;
    }
}
