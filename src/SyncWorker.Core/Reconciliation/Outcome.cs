using System.Collections.Immutable;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What is to be remembered after a step.</summary>
/// <param name="Next">The baseline.</param>
/// <param name="Journal">The values that lost.</param>
public sealed record Outcome(Baseline Next, ImmutableArray<JournalEntry> Journal);
