namespace SyncWorker.State;

/// <summary>A line of the journal, which is only ever added to.</summary>
/// <param name="At">When it was decided or done.</param>
/// <param name="LinkId">The link.</param>
/// <param name="Kind">decision, loser, write or refused.</param>
/// <param name="Row">The row's label, where it is about one row.</param>
/// <param name="Detail">What happened, as JSON. Holds customer data.</param>
/// <param name="Ref">The reference under which a losing value can be restored.</param>
internal sealed record JournalRecord(DateTimeOffset At, string LinkId, string Kind, string? Row, string Detail, string? Ref);
