namespace SyncWorker.Core.Reconciliation;

/// <summary>One row of one write, with what its places held when it was sent.</summary>
/// <param name="CoSell">The co-sell field then.</param>
/// <param name="Followed">The followed place then.</param>
/// <param name="PartnerCentral">The Partner Central member then.</param>
/// <param name="Value">The canonical value that was sent; null clears.</param>
/// <param name="FromFollowed">Whether the value came from the followed place.</param>
/// <param name="Refresh">Whether the write only brings the co-sell field up to what the row follows, and says nothing about Partner Central.</param>
/// <param name="Unfollowed">Whether the lookup changed since: what the row followed then says nothing about what it follows now.</param>
/// <param name="Kept">Whether the co-sell field keeps what it says, though AWS won: it is not written, and is accounted for when the rest of its group has arrived.</param>
public sealed record SentPart(Accounted CoSell, Accounted Followed, Accounted PartnerCentral, string? Value, bool FromFollowed = false, bool Refresh = false, bool Unfollowed = false, bool Kept = false);
