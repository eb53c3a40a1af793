using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>A person put a value at a place.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="Place">The place.</param>
/// <param name="Value">The value as the oracle compares it; null for a blank.</param>
/// <param name="Replaced">What stood there.</param>
/// <param name="Number">The edits before it.</param>
internal sealed record Put(string Row, Place Place, string? Value, string? Replaced, int Number);
