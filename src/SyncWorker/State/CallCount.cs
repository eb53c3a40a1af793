namespace SyncWorker.State;

/// <summary>The calls of one minute that count against a quota.</summary>
/// <param name="Minute">The start of the minute.</param>
/// <param name="Calls">How many.</param>
internal sealed record CallCount(DateTimeOffset Minute, int Calls);
