namespace SyncWorker.Core.Lifecycle;

/// <summary>What the seller reads on the co-sell record.</summary>
/// <param name="Status">Sync Status: one of <see cref="SyncStatus"/>.</param>
/// <param name="Error">Sync Error: one line per problem; null when there is none.</param>
/// <param name="Note">Sync Note: news; null when there is none.</param>
public sealed record SyncReport(string Status, string? Error, string? Note);
