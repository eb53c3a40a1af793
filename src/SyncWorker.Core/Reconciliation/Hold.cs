namespace SyncWorker.Core.Reconciliation;

/// <summary>A change that may not go now, with its reason.</summary>
/// <param name="Row">The row's label; empty where the whole record is held.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In a seller's words, without the label.</param>
public sealed record Hold(string Row, HoldKind Kind, string Reason);
