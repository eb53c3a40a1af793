namespace SyncWorker.State;

/// <summary>A line of the journal, which is only ever added to.</summary>
/// <param name="At">When it was decided or done.</param>
/// <param name="LinkId">The link.</param>
/// <param name="Kind">One of <see cref="JournalKind"/>.</param>
/// <param name="Row">The row's label, where it is about one row.</param>
/// <param name="Detail">What happened, as JSON. Holds customer data.</param>
/// <param name="Ref">The reference under which a losing value can be restored.</param>
internal sealed record JournalRecord(DateTimeOffset At, string LinkId, string Kind, string? Row, string Detail, string? Ref)
{
    /// <summary>Its number in the journal, which the store gives; 0 before that.</summary>
    public long Number { get; init; }
}
