using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// A conflict that was decided but not yet delivered. It stays decided through crashes, outages, locks and later dates; only the winner's return to its accounted value withdraws it.
/// </summary>
/// <param name="Winner">The side whose value goes across.</param>
/// <param name="Before">The accounts of the unit's rows before the decision, by label: what a withdrawal restores for the loser.</param>
/// <param name="Previous">The decision for the other side that this one put aside: a withdrawal brings it back with all that it was waiting for.</param>
public sealed record StandingDecision(Side Winner, ImmutableDictionary<string, RowAccount> Before, StandingDecision? Previous = null)
{
    /// <summary>The decision once one of its rows has arrived: what is left of it for the others; null where that was the last one.</summary>
    /// <param name="row">The label of the row that both sides agree on now.</param>
    public StandingDecision? Without(string row)
    {
        var before = Before.Remove(row);
        return before.IsEmpty ? null : this with { Before = before, Previous = Previous?.Without(row) };
    }
}
