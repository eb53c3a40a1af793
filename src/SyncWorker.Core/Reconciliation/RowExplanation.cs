using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>One row of one opportunity: what its places say, what was accounted for, and what becomes of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="CoSell">The co-sell field.</param>
/// <param name="Followed">What the row follows; null where it follows nothing now.</param>
/// <param name="PartnerCentral">The member in Partner Central.</param>
/// <param name="Account">What was last accounted for.</param>
/// <param name="Verdict">How it stands.</param>
/// <param name="Words">Why, for a person.</param>
/// <param name="Since">Since when it is held; null where it is not, or where that is decided only now.</param>
public sealed record RowExplanation(Row Row, Reading CoSell, Reading? Followed, Reading PartnerCentral, RowAccount Account, Verdict Verdict, string Words, DateTimeOffset? Since)
{
    /// <summary>Whether the co-sell field, or what it follows, moved since it was accounted for.</summary>
    public bool MovedInSalesforce => Account.CoSell.MovedTo(CoSell) || (Followed is { } followed && Account.Followed.MovedTo(followed));

    /// <summary>Whether the member in Partner Central moved since it was accounted for.</summary>
    public bool MovedInPartnerCentral => Account.PartnerCentral.MovedTo(PartnerCentral);
}
