using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What was decided for one opportunity. A value: tests compare it, a dry run prints it. Nothing outside Core chooses a step.</summary>
public sealed record Plan
{
    /// <summary>The rows that change, on both sides.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>What is to be done, in order. After the first one the records are read again and a new plan is made.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>The conflicts decided now.</summary>
    public ImmutableArray<Conflict> Conflicts { get; init; } = [];

    /// <summary>The decisions taken back now, because whoever won or lost edited nothing in the end.</summary>
    public ImmutableArray<Withdrawal> Withdrawn { get; init; } = [];

    /// <summary>What may not go now, with the reasons.</summary>
    public ImmutableArray<Hold> Holds { get; init; } = [];

    /// <summary>The values that lost.</summary>
    public ImmutableArray<JournalEntry> Journal { get; init; } = [];

    /// <summary>What the seller reads on the co-sell record.</summary>
    public required SyncReport Report { get; init; }

    /// <summary>What is to be remembered before anything is sent.</summary>
    public required Baseline Next { get; init; }

    /// <summary>
    /// Whether both sides say the same of a row that neither got from the other, be it only in the co-sell field while another place speaks for Salesforce. That counts only if they said so at
    /// one time: who read one side before the other has to look again.
    /// </summary>
    public bool AgreesByChance { get; init; }

    /// <summary>
    /// How long ago the newest open write, or the submission or acceptance under way, could have landed last, of which nobody can tell what became of it, because a place cannot be read; zero
    /// while it may still land, where none is open, and where a step asks after it.
    /// </summary>
    public TimeSpan Overdue { get; init; }

    /// <summary>The changes for one side.</summary>
    public IEnumerable<Change> To(Side side) => Changes.Where(c => c.To == side);

    /// <summary>Whether nothing is to be sent.</summary>
    public bool IsQuiet => Steps.IsEmpty;

    /// <summary>Whether a write or an intent is open, so that the opportunity stays due.</summary>
    public bool StaysDue => !Next.Sent.IsEmpty || Next.Intent is not null;
}
