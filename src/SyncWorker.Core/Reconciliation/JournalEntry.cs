using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A value that lost, kept so that it can be restored. The journal is append-only.</summary>
/// <param name="Ref">The reference that a seller or operator quotes.</param>
/// <param name="Row">The row's label, or the member at AWS that no row maps.</param>
/// <param name="Place">The place whose value lost.</param>
/// <param name="Value">The losing canonical value; null for a blank.</param>
/// <param name="Cause">Why it lost.</param>
/// <param name="ReplacedBy">The canonical value that stands instead.</param>
public sealed record JournalEntry(string Ref, string Row, Place Place, string? Value, JournalCause Cause, string? ReplacedBy);
