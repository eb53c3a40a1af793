using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>One row with what its places say now and what was accounted for.</summary>
/// <param name="Row">The row.</param>
/// <param name="CoSell">The co-sell field.</param>
/// <param name="Followed">The followed place; null where the row follows nothing now.</param>
/// <param name="PartnerCentral">The member in Partner Central.</param>
/// <param name="Account">What was accounted for.</param>
internal sealed record RowView(Row Row, Reading CoSell, Reading? Followed, Reading PartnerCentral, RowAccount Account)
{
    /// <summary>Today, and the date that is sent instead of a date before it; null leaves dates alone.</summary>
    public (string Today, string Instead)? Overdue { get; init; }

    /// <summary>
    /// What goes to AWS for the time being instead of what Salesforce says; null where nothing does. What Salesforce says stays unaccounted for, so that it goes when its time has come.
    /// </summary>
    public string? StandIn { get; init; }

    public bool MovedCoSell => Account.CoSell.MovedTo(CoSell);

    /// <summary>A row that follows once looks at the followed place only while the co-sell field is empty.</summary>
    public bool MovedFollowed => Followed is not null && !FollowsOnce && Account.Followed.MovedTo(Followed);

    public bool MovedPartnerCentral => Account.PartnerCentral.MovedTo(PartnerCentral);

    public bool MovedSalesforce => !IsSilent && (MovedCoSell || MovedFollowed || (FollowsOnce && FollowedSpeaks && Account.Followed.MovedTo(Followed!)) || IsPastAtAws);

    public bool Moved(Side side) => side == Side.Salesforce ? MovedSalesforce : MovedPartnerCentral;

    /// <summary>Emptying the co-sell field means: follow again.</summary>
    public bool FollowedSpeaks => Followed is not null
        && (FollowsOnce || MovedCoSell ? CoSell.IsEmpty : MovedFollowed || Account.FollowedSpeaks || IsOurCopy || CoSell.IsEmpty);

    /// <summary>An empty field that would follow, with nothing to follow, says nothing.</summary>
    public bool IsSilent => Followed is null && Row.Follows is { Mode: FollowMode.Always } && CoSell.IsEmpty;

    public Reading Speaking => FollowedSpeaks ? Followed! : CoSell;

    /// <summary>Salesforce's canonical value on the way to AWS.</summary>
    public string? Ours => StandIn ?? Later(Speaking.Canonical ?? Row.Default);

    public string? Theirs => PartnerCentral.Canonical;

    public bool Agrees => Ours == Theirs;

    /// <summary>Whether the co-sell field shows something else than what the row follows.</summary>
    public bool IsStale => FollowedSpeaks && !CoSell.IsUnknown && !Followed!.IsUnknown && CoSell.Canonical != Followed.Canonical
        && (!Account.IsRefreshed(Followed.Wire, CoSell.Wire) || (CoSell.IsEmpty && Account.CoSell.Canonical is not null));

    /// <summary>
    /// Whether the co-sell field is empty and what spoke for it speaks no more, because AWS approved what it had said, or because another record is followed now or none, which is no edit: the
    /// field has to say itself what AWS holds.
    /// </summary>
    public bool IsLeftEmpty => CoSell is { IsEmpty: true, Wire: null or "null" or "\"\"" } && PartnerCentral.HasValue && Account.NotTaken != PartnerCentral.Wire
        && (Followed is null ? Row.Follows is { Mode: FollowMode.UntilApproved or FollowMode.Always } : !Account.FollowedSpeaks && !MovedFollowed && Followed.Canonical != Theirs);

    /// <summary>
    /// Whether AWS got what the row followed, be it nothing, and approved it, or the lookup changed, before the co-sell field was brought up to it, or AWS filled it in by itself, or a person adopted what AWS
    /// held: nobody else tells the field.
    /// </summary>
    public bool IsLeftBehind => CoSell.Canonical != Theirs && (Theirs is not null || Followed is not { HasValue: true })
        && (Account.LeftBehind || (Followed is null && Row.Follows is { Mode: FollowMode.UntilApproved } && Account is { FollowedSpeaks: true, IsBroughtUp: false }));

    /// <summary>Whether nothing can be written to the co-sell field of a row that differs: it says already what AWS says, or AWS says nothing and empty means to follow.</summary>
    public bool TakesNothing => CoSell.Canonical == Theirs || (Theirs is null && Followed is { HasValue: true });

    /// <summary>Whether nobody changed what the co-sell field says, which means something else than it did, such as a telephone number beside another country: that is no edit.</summary>
    public bool IsReread => !FollowedSpeaks && CoSell.Wire == Account.CoSell.Wire && CoSell.Canonical != Account.CoSell.Canonical && !MovedPartnerCentral && !Row.Complete;

    /// <summary>Whether what the co-sell field says was not copied there from what the row follows, and AWS does not hold it.</summary>
    public bool StandsNowhereElse => CoSell.HasValue && CoSell.Canonical != Theirs && Account.RefreshedTo != CoSell.Wire;

    public Reading? Unknown => UnknownInSalesforce ?? (PartnerCentral.IsUnknown ? PartnerCentral : null);

    /// <summary>What cannot be told of Salesforce. A word of the followed place that was read and not understood says nothing against what a seller typed over it.</summary>
    public Reading? UnknownInSalesforce => CoSell.IsUnknown ? CoSell : Followed is { IsUnknown: true } place && (FollowedSpeaks || place.Wire is null || IsStillToSpeak) ? place : null;

    /// <summary>A new value for one side, with what its places hold now.</summary>
    public Change Send(Side to, string? value, WriteRule rule, bool refresh = false)
    {
        var part = new SentPart(CoSellAccounted, FollowedAccounted, Accounted.For(PartnerCentral), value, to == Side.PartnerCentral && FollowedSpeaks, refresh);
        return new Change(Row.Label, to, value, to == Side.Salesforce ? CoSell.Canonical : Theirs, [], part) { Rule = rule };
    }

    /// <summary>The co-sell field as it is accounted for when both sides agree.</summary>
    public Accounted CoSellAccounted => StandIn is null ? Accounted.For(CoSell) : Account.CoSell;

    /// <summary>The followed place as it is accounted for when both sides agree.</summary>
    public Accounted FollowedAccounted => StandIn is null && Followed is { } place ? Accounted.For(place) : Account.Followed;

    /// <summary>Whether what the row follows was left open when everything else was accounted for, and nobody typed anything over it since: it is to go to AWS as soon as it can be read.</summary>
    private bool IsStillToSpeak => Account is { CoSell.Wire: not null, FollowedUnseen: false } && Account.Followed == default && !MovedCoSell && !FollowsOnce;

    /// <summary>AWS takes no update while its date is past, so a date that is to stand instead goes even though nobody moved it.</summary>
    private bool IsPastAtAws => Overdue is { } overdue && Theirs is { } date && string.CompareOrdinal(date, overdue.Today) < 0;

    /// <summary>Whether the co-sell field shows what was copied there from what the row follows, of which nothing was accounted for yet: the opportunity is still to be made.</summary>
    private bool IsOurCopy => Account.Followed == default && Account.RefreshedTo is { } copy && copy == CoSell.Wire;

    private bool FollowsOnce => Row.Follows?.Mode == FollowMode.Once;

    private string? Later(string? value) => Overdue is { } overdue && value is not null && string.CompareOrdinal(value, overdue.Today) < 0 ? overdue.Instead : value;
}
