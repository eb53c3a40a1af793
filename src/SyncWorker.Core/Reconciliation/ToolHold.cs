namespace SyncWorker.Core.Reconciliation;

/// <summary>A row that is held because another tool keeps changing it.</summary>
/// <param name="Since">Since when.</param>
/// <param name="QuietSince">Since when the side that sets it back has left it alone.</param>
/// <param name="Places">What its places held then.</param>
public sealed record ToolHold(DateTimeOffset Since, DateTimeOffset QuietSince, RowAccount Places);
