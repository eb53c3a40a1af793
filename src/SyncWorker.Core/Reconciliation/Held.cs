namespace SyncWorker.Core.Reconciliation;

/// <summary>What keeps a row, or the whole record, from going, and since when.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In a seller's words.</param>
/// <param name="Since">When it was decided first.</param>
public sealed record Held(HoldKind Kind, string Reason, DateTimeOffset Since);
