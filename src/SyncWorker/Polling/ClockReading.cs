namespace SyncWorker.Polling;

/// <summary>Both clocks at one poll.</summary>
/// <param name="Ours">Ours.</param>
/// <param name="Theirs">Salesforce's, from the Date header of its first answer.</param>
internal readonly record struct ClockReading(DateTimeOffset Ours, DateTimeOffset Theirs);
