namespace SyncWorker.Simulation.Worlds;

/// <summary>How much happened in a run.</summary>
internal sealed class Counts
{
    public long Calls { get; set; }

    public long Writes { get; set; }

    public long Edits { get; set; }

    /// <summary>The decisions that the worker took for conflicts.</summary>
    public long Conflicts { get; set; }

    /// <summary>The decisions where nobody else saw a conflict.</summary>
    public long FalseConflicts { get; set; }

    /// <summary>The conflicts that somebody saw who looked at both systems.</summary>
    public long Contests { get; set; }

    public long Faults { get; set; }

    public long Crashes { get; set; }

    public void Add(Counts other)
    {
        Calls += other.Calls;
        Writes += other.Writes;
        Edits += other.Edits;
        Conflicts += other.Conflicts;
        FalseConflicts += other.FalseConflicts;
        Contests += other.Contests;
        Faults += other.Faults;
        Crashes += other.Crashes;
    }

    public override string ToString() => FormattableString.Invariant($"{Calls:N0} calls, {Writes:N0} writes, {Edits:N0} edits, {Conflicts:N0} conflicts, {Faults:N0} faults, {Crashes:N0} crashes");
}
