using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What was last accounted for at each place of one row.</summary>
/// <param name="CoSell">The co-sell field.</param>
/// <param name="Followed">What the row follows.</param>
/// <param name="PartnerCentral">The member in Partner Central.</param>
/// <param name="FollowedSpeaks">Whether the followed place gave the row's Salesforce value at the last agreement.</param>
/// <param name="RefreshedFrom">The followed place's wire that was last copied into the co-sell field, so that a field which rewrites what it gets is refreshed once.</param>
/// <param name="RefreshedTo">What the co-sell field made of that copy. Where it says something else since, it is refreshed again.</param>
/// <param name="FollowedUnseen">Whether the lookup changed while the followed place could not be read: what it says first is no edit.</param>
/// <param name="LeftBehind">Whether the co-sell field was never brought up to what AWS holds, because the lookup changed before it was, because AWS filled it in by itself, because a person adopted what AWS held, or because a blank from AWS could not be written: nobody else tells the field.</param>
/// <param name="Apart">Whether the sides differed when a person adopted the opportunity, and still do: what is overwritten, also what AWS held and was yet to be filled in, stands nowhere else.</param>
/// <param name="NotTaken">AWS's wire that was written to the co-sell field, which stayed empty all the same: it is not written again.</param>
public sealed record RowAccount(
    Accounted CoSell = default,
    Accounted Followed = default,
    Accounted PartnerCentral = default,
    bool FollowedSpeaks = false,
    string? RefreshedFrom = null,
    string? RefreshedTo = null,
    bool FollowedUnseen = false,
    bool LeftBehind = false,
    bool Apart = false,
    string? NotTaken = null)
{
    /// <summary>A row that was never accounted for.</summary>
    public static RowAccount Never { get; } = new();

    /// <summary>Whether the co-sell field was brought up to what the row followed when it was last accounted for.</summary>
    internal bool IsBroughtUp => IsRefreshed(Followed.Wire, CoSell.Wire);

    /// <summary>Whether what a co-sell field says is what it made of a followed place's value.</summary>
    /// <param name="followed">The followed place's wire.</param>
    /// <param name="coSell">The co-sell field's wire.</param>
    internal bool IsRefreshed(string? followed, string? coSell) => RefreshedFrom == followed && RefreshedTo == coSell;

    /// <summary>The lookup changed: what the row followed says nothing any more.</summary>
    public RowAccount Unfollowed() => Uncopied() with { FollowedSpeaks = false, FollowedUnseen = true };

    /// <summary>The lookup changed: what was copied from there into the co-sell field before AWS held it is nobody's word any more. What stands apart was not copied: a person filled it in.</summary>
    public RowAccount Uncopied() => this with { LeftBehind = LeftBehind || (FollowedSpeaks ? !IsBroughtUp : !Apart && RefreshedTo is { } copy && copy == CoSell.Wire && CoSell.Canonical != PartnerCentral.Canonical) };

    /// <summary>Accounts for one place.</summary>
    public RowAccount With(Place place, Accounted accounted) => place switch
    {
        Place.CoSell => this with { CoSell = accounted },
        Place.Followed => this with { Followed = accounted },
        _ => this with { PartnerCentral = accounted },
    };
}
