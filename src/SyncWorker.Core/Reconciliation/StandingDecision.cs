using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// A conflict that was decided but not yet delivered. It stays decided through crashes, outages, locks and later dates. What withdraws it is the winner's return to its accounted
/// value, or, where nothing of ours was in doubt, the loser's to what was accounted for before.
/// </summary>
/// <param name="Winner">The side whose value goes across.</param>
/// <param name="Before">The accounts of the unit's rows before the decision, by label: what a withdrawal restores for the loser.</param>
/// <param name="Previous">The decision for the other side that this one put aside: a withdrawal brings it back with all that it was waiting for.</param>
/// <param name="InDoubt">Whether it was taken because an edit stood where our write may have landed: what was accounted for before may be older than what both sides knew.</param>
public sealed record StandingDecision(Side Winner, ImmutableDictionary<string, RowAccount> Before, StandingDecision? Previous = null, bool InDoubt = false)
{
    /// <summary>A row's account as a withdrawal leaves it: that of the losing places is again what it was before the decision.</summary>
    public RowAccount Withdrawn(string row, RowAccount account) => !Before.TryGetValue(row, out var before) ? account
        : Winner == Side.Salesforce ? account with { PartnerCentral = before.PartnerCentral }
        : account with { CoSell = before.CoSell, Followed = before.Followed, FollowedSpeaks = before.FollowedSpeaks };

    /// <summary>The decision once one of its rows has arrived: what is left of it for the others; null where that was the last one.</summary>
    /// <param name="row">The label of the row that both sides agree on now.</param>
    public StandingDecision? Without(string row)
    {
        var before = Before.Remove(row);
        return before.IsEmpty ? Previous?.Without(row) : this with { Before = before, Previous = Previous?.Without(row) };
    }

    /// <summary>The decision with another account of a row before it, also before the one that it put aside.</summary>
    /// <param name="row">The row's label.</param>
    /// <param name="change">What becomes of the account.</param>
    public StandingDecision Changed(string row, Func<RowAccount, RowAccount> change) =>
        this with { Before = Before.TryGetValue(row, out var before) ? Before.SetItem(row, change(before)) : Before, Previous = Previous?.Changed(row, change) };
}
