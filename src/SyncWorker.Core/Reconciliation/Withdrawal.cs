using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A decision about a conflict that was taken back before it was delivered: the other side's edit flows.</summary>
/// <param name="Unit">The row's label, or the group of rows that are decided together.</param>
/// <param name="Winner">The side that had won.</param>
public sealed record Withdrawal(string Unit, Side Winner);
