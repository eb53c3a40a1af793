namespace SyncWorker.Simulation.Oracle;

/// <summary>A value that a person put somewhere.</summary>
/// <param name="Number">Counts the puts of a run.</param>
/// <param name="Place">The id of the record in which it was put.</param>
/// <param name="Row">The row's label.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What was put there.</param>
/// <param name="IsFollowed">Whether it was put into the Opportunity that co-sell records follow.</param>
/// <param name="Records">The co-sell records that it speaks for.</param>
/// <param name="At">When.</param>
/// <param name="IsAlone">Whether nobody had put anything into those records themselves since both sides last agreed.</param>
internal sealed record Put(int Number, string Place, string Row, string? Old, string? New, bool IsFollowed, IReadOnlyList<string> Records, DateTimeOffset At, bool IsAlone)
{
    /// <summary>Whether it puts back what stood there when the worker last accounted for it: who looks at states alone sees no edit, and no merge of states can.</summary>
    public bool IsBack { get; init; }

    /// <summary>
    /// Whether somebody typed by chance the very value that a write of the worker to that place bears, whose outcome the worker does not know yet: AWS does not say who changed it, and where the
    /// write had landed nothing has changed since.
    /// </summary>
    public bool IsTakenForOurs { get; init; }

    /// <summary>
    /// Whether it is neither what a write of the worker bears, whose outcome the worker does not know yet, nor what stood there before or was accounted for: then it can only be somebody's edit.
    /// </summary>
    public bool IsThirdValue { get; init; }

    /// <summary>Whether it was put into a record with a pasted number whose opportunity was not adopted yet: what is empty then takes AWS's value.</summary>
    public bool IsBeforeAdoption { get; init; }

    /// <summary>Whether there was nothing to follow when a field that would follow was emptied: that asks for what AWS holds.</summary>
    public bool AsksForAws { get; init; }

    /// <summary>The co-sell records whose lookup led to the place, also where it is not known whether the worker had noticed that yet.</summary>
    public IReadOnlyList<string> Lookups { get; init; } = [];

    /// <summary>Whether nothing of its group stood there any more.</summary>
    public bool EmptiesItsGroup { get; init; }

    /// <summary>Whether nobody who looks at states can tell that somebody put it there.</summary>
    public bool LeavesNoTrace => IsBack || IsTakenForOurs;
}
