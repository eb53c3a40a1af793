namespace SyncWorker.Simulation.Worlds;

/// <summary>What became of a run.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Violations">The invariants that it broke.</param>
/// <param name="Counts">How much happened.</param>
/// <param name="Trace">The run as a number.</param>
internal sealed record Verdict(int Seed, IReadOnlyList<string> Violations, Counts Counts, string Trace)
{
    public bool IsGood => Violations.Count == 0;
}
