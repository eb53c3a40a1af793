using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What was last accounted for at each place of one row.</summary>
/// <param name="CoSell">The co-sell field.</param>
/// <param name="Followed">What the row follows.</param>
/// <param name="PartnerCentral">The member in Partner Central.</param>
/// <param name="FollowedSpeaks">Whether the followed place gave the row's Salesforce value at the last agreement.</param>
/// <param name="RefreshedFrom">The followed place's wire that was last copied into the co-sell field, so that a field which rewrites what it gets is refreshed once.</param>
/// <param name="FollowedUnseen">Whether the lookup changed while the followed place could not be read: what it says first is no edit.</param>
/// <param name="LeftBehind">Whether the co-sell field was never brought up to what AWS holds, because the lookup changed before it was, because AWS filled it in by itself, or because a person adopted what AWS held: nobody else tells the field.</param>
/// <param name="Apart">Whether the sides differed when a person adopted the opportunity, and still do: what is overwritten, also what AWS held and was yet to be filled in, stands nowhere else.</param>
public sealed record RowAccount(
    Accounted CoSell = default,
    Accounted Followed = default,
    Accounted PartnerCentral = default,
    bool FollowedSpeaks = false,
    string? RefreshedFrom = null,
    bool FollowedUnseen = false,
    bool LeftBehind = false,
    bool Apart = false)
{
    /// <summary>A row that was never accounted for.</summary>
    public static RowAccount Never { get; } = new();

    /// <summary>The lookup changed: what the row followed says nothing any more.</summary>
    public RowAccount Unfollowed() => this with { FollowedSpeaks = false, FollowedUnseen = true, LeftBehind = LeftBehind || (FollowedSpeaks && RefreshedFrom != Followed.Wire) };

    /// <summary>Accounts for one place.</summary>
    public RowAccount With(Place place, Accounted accounted) => place switch
    {
        Place.CoSell => this with { CoSell = accounted },
        Place.Followed => this with { Followed = accounted },
        _ => this with { PartnerCentral = accounted },
    };
}
