using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What became of earlier writes. Ported from the protocol model that the decision rule was checked with.</summary>
internal static class Accounting
{
    /// <param name="draft">The plan being made.</param>
    /// <param name="sent">The write.</param>
    /// <param name="salesforce">The co-sell record now.</param>
    /// <param name="partnerCentral">The opportunity now.</param>
    /// <param name="receipt">The version that the write's own answer named, where we have it.</param>
    public static void Resolve(PlanDraft draft, SentWrite sent, Snapshot salesforce, Snapshot partnerCentral, string? receipt)
    {
        var target = sent.To == Side.Salesforce ? salesforce : partnerCentral;
        var remembered = draft.Next.Sent.FirstOrDefault(s => s.Nonce == sent.Nonce && s.To == sent.To);
        var others = remembered is null ? draft.Next.Sent : draft.Next.Sent.Remove(remembered);
        if (!sent.Landed && receipt is null)
        {
            // While the guard's version stands, the write has not landed so far, but still may.
            if (target.Version == sent.GuardVersion)
            {
                if (sent.Overdue(target.ReadAt, draft.Policy) > TimeSpan.Zero) draft.Next = draft.Next with { Sent = others };
                else draft.Waiting.Add(sent.To);
                return;
            }

            // The version moved: from now on the write cannot land any more. In Salesforce the nonce says whether it did.
            if (sent.To == Side.Salesforce)
            {
                if (target.Nonce != sent.Nonce)
                {
                    draft.Next = draft.Next with { Sent = others };
                    return;
                }

                sent = sent with { Landed = true };
            }
        }

        var (whole, carried, arrived) = (sent, sent.Parts.Keys.Select(draft.Map.Find).OfType<Row>().ToArray(), new HashSet<string>());
        foreach (var (label, part) in whole.Parts)
        {
            // A row that is not synchronised any more is not read: it would keep the write open for ever.
            if (draft.Map.Find(label) is { Flow: not Flow.None } row)
            {
                if (Settled(draft, whole, row, part, salesforce, partnerCentral, receipt == target.Version) is not { } isLanded) continue;
                if (isLanded) arrived.Add(label);
            }

            sent = sent with { Parts = sent.Parts.Remove(label) };
        }

        // A decision is delivered when all that it sent arrived, and not because somebody typed one of its values, nor while it is to bring more than a write that was sent before it.
        foreach (var unit in carried.GroupBy(r => r.Unit).Where(u => u.All(r => arrived.Contains(r.Label)) && !IsDue(draft, u.Key))) draft.Close(unit.Key);

        // A write with rows still open keeps its place among those that were sent before and since.
        draft.Next = draft.Next with { Sent = sent.Parts.IsEmpty ? others : remembered is null ? others.Add(sent) : draft.Next.Sent.Replace(remembered, sent) };
    }

    /// <summary>Accounts for one row of a write that landed; the target holds <paramref name="now"/> because of it, rewritten or not.</summary>
    public static void Landed(PlanDraft draft, Side to, Row row, SentPart part, Accounted now)
    {
        if (part.Refresh)
        {
            draft.Next = draft.Next.With(row.Label, draft.Next[row.Label] with { CoSell = now, RefreshedFrom = part.Followed.Wire, RefreshedTo = now.Wire });
            if (part.Unfollowed) draft.Next = draft.Next.Changed(row.Label, a => a.Uncopied());

            // What we wrote there ourselves is no seller's edit of what is being made at AWS meanwhile.
            draft.Next = draft.Next with { Intent = draft.Next.Intent?.Refreshed(row.Label, part.CoSell, now) };
            return;
        }

        if (part.Kept)
        {
            Kept(draft, row, part, now);
            return;
        }

        if (UnitDecision.IsMerged(row) && part.Value != (to == Side.PartnerCentral ? part.CoSell : part.PartnerCentral).Canonical)
        {
            HalfMerged(draft, to, row, part, now);
            return;
        }

        var (followed, speaks) = part.Unfollowed ? (draft.Next[row.Label].Followed, false) : (part.Followed, part.FromFollowed);

        // What lost since this write was sent has lost, though the write knows it not.
        if (to == Side.Salesforce && draft.Next.Decisions.GetValueOrDefault(row.Unit) is { Winner: Side.PartnerCentral } standing && standing.Before.ContainsKey(row.Label)) followed = draft.Next[row.Label].Followed;
        draft.Arrived(row);
        if (to == Side.Salesforce)
        {
            draft.Account(row, now, followed, part.PartnerCentral, speaks);
            if (now.Canonical is null && part.Value is not null) draft.Next = draft.Next.With(row.Label, draft.Next[row.Label] with { NotTaken = part.PartnerCentral.Wire });
        }
        else
        {
            draft.Account(row, part.CoSell, followed, now, speaks);
            if (part is { Unfollowed: true, FromFollowed: true }) draft.Next = draft.Next.With(row.Label, draft.Next[row.Label] with { LeftBehind = true });
        }
    }

    /// <summary>
    /// AWS won for a row, and the co-sell field says already what AWS says, or keeps what it says, because a blank from AWS cannot be written where empty means to follow: that goes to the
    /// journal.
    /// </summary>
    public static void Kept(PlanDraft draft, Row row, SentPart part, Accounted now)
    {
        var account = draft.Next[row.Label];
        var isBlank = part.PartnerCentral.Canonical is null;
        var (followed, speaks) = part.Unfollowed ? (account.Followed, false) : (part.Followed, part.FromFollowed && isBlank);
        if (isBlank && (account.PartnerCentral.Canonical is not null || !account.LeftBehind)) draft.Lose(row, Place.PartnerCentral, null, JournalCause.Blank, (part.FromFollowed ? part.Followed : part.CoSell).Canonical);
        draft.Arrived(row);
        draft.Account(row, now, followed, part.PartnerCentral, speaks);

        // The blank is written as soon as empty does not mean to follow any more.
        if (isBlank) draft.Next = draft.Next.With(row.Label, draft.Next[row.Label] with { Apart = account.Apart, LeftBehind = true });
    }

    /// <summary>A merged list reached one side. The elements that the other side is still to get or to lose stay unaccounted for on both, so that they count as moved until they arrive.</summary>
    private static void HalfMerged(PlanDraft draft, Side to, Row row, SentPart part, Accounted now)
    {
        var (target, other) = to == Side.PartnerCentral ? (now, part.CoSell) : (part.PartnerCentral, now);
        var due = SetMerge.Elements(part.Value);
        due.SymmetricExceptWith(SetMerge.Elements((to == Side.PartnerCentral ? part.CoSell : part.PartnerCentral).Canonical));
        var account = draft.Next[row.Label];
        Accounted But(Accounted present, Accounted before) =>
            new(null, SetMerge.Join(SetMerge.Elements(present.Canonical).Except(due).Union(SetMerge.Elements(before.Canonical).Intersect(due))));

        // What AWS kept of an emptied list was accounted for there, and is still to be shown.
        var theirs = SetMerge.Elements(But(target, account.PartnerCentral).Canonical);
        if (to == Side.PartnerCentral) theirs.ExceptWith(due.Intersect(SetMerge.Elements(now.Canonical)));
        draft.Next = draft.Next.With(row.Label, account with { CoSell = But(other, account.CoSell), PartnerCentral = new Accounted(null, SetMerge.Join(theirs)) });
    }

    /// <summary>Whether a decision about a unit still accounts for a difference of one of its rows.</summary>
    private static bool IsDue(PlanDraft draft, string unit) => draft.Next.Decisions.GetValueOrDefault(unit) is { } standing
        && draft.Map.Rows.Any(r => standing.Before.ContainsKey(r.Label) && draft.Next[r.Label] is var a && ((a.FollowedSpeaks ? a.Followed : a.CoSell).Canonical ?? r.Default) != a.PartnerCentral.Canonical);

    /// <summary>Whether a row of a write landed; null where that cannot be told yet. A refresh decides nothing, landed or not.</summary>
    private static bool? Settled(PlanDraft draft, SentWrite sent, Row row, SentPart part, Snapshot salesforce, Snapshot partnerCentral, bool isReceipt)
    {
        var toAws = sent.To == Side.PartnerCentral;
        var now = toAws ? partnerCentral[row.Label] : salesforce[row.Label];
        var source = toAws ? part.FromFollowed ? salesforce.Followed.GetValueOrDefault(row.Label, salesforce[row.Label]) : salesforce[row.Label] : partnerCentral[row.Label];
        if (now.IsUnknown || (source.IsUnknown && !part.Refresh)) return null;

        if (isReceipt || now.Canonical == part.Value)
        {
            Landed(draft, sent.To, row, part, Accounted.For(now));
            return !part.Refresh;
        }

        if (part.Refresh && !sent.Landed) return false;
        var isBlank = toAws && now.IsEmpty && !IsPartOfAnEdit(draft, sent, row, partnerCentral);
        if (sent.Landed && !isBlank)
        {
            Landed(draft, sent.To, row, part, part.Kept ? part.CoSell : new Accounted(null, part.Value));
            return !part.Refresh;
        }

        if (isBlank) Blanked(draft, row, part, now);
        else if (now.Canonical == part.PartnerCentral.Canonical) draft.Lose(row, Place.PartnerCentral, now.Canonical, JournalCause.Unconfirmed, part.Value);
        else ThirdValue(draft, row, part, source);
        return false;
    }

    /// <summary>Whether a person put something new into another row of an emptied row's group, and so emptied this one too. A row that the write did not carry stood as it was accounted for.</summary>
    private static bool IsPartOfAnEdit(PlanDraft draft, SentWrite sent, Row row, Snapshot partnerCentral)
    {
        bool IsNew(Row other) => partnerCentral[other.Label] is { HasValue: true } now
            && (sent.Parts.TryGetValue(other.Label, out var part) ? now.Canonical != part.Value && now.Canonical != part.PartnerCentral.Canonical : draft.Next[other.Label].PartnerCentral.MovedTo(now));
        return draft.Map.Rows.Any(r => r.Label != row.Label && r.Unit == row.Unit && IsNew(r));
    }

    /// <summary>
    /// Emptied by a person or by AWS itself? An empty place never stands against an unconfirmed value: the blank is accounted for and the value goes again. Only the place that spoke is
    /// forgotten, so that a stale one does not speak instead. Of a value that is followed no more nothing goes: the co-sell field is brought up to the blank.
    /// </summary>
    private static void Blanked(PlanDraft draft, Row row, SentPart part, Reading now)
    {
        draft.Lose(row, Place.PartnerCentral, null, JournalCause.Unconfirmed, part.Value);
        var account = draft.Next[row.Label] with { PartnerCentral = Accounted.For(now) };
        account = part is { FromFollowed: true, Unfollowed: true } ? account with { CoSell = part.CoSell, LeftBehind = true }
            : part.FromFollowed ? account with { CoSell = part.CoSell, Followed = default, FollowedSpeaks = true } : account with { CoSell = default };
        draft.Next = draft.Next.With(row.Label, account);
        if (draft.Next.Decisions.GetValueOrDefault(row.Unit)?.Winner == Side.PartnerCentral) draft.Close(row.Unit);
    }

    /// <summary>Somebody edited the opportunity after we read it, perhaps having seen our value. Theirs stands as a recorded decision; ours goes to the journal.</summary>
    private static void ThirdValue(PlanDraft draft, Row row, SentPart part, Reading source)
    {
        draft.Lose(row, part.FromFollowed ? Place.Followed : Place.CoSell, part.Value, JournalCause.Unconfirmed, null);
        if (source.Canonical != part.Value) draft.Lose(row, part.FromFollowed ? Place.Followed : Place.CoSell, source.Canonical, JournalCause.Unconfirmed, null);

        // A list has no winner: what either side added or removed since the last agreement is merged as before.
        if (UnitDecision.IsMerged(row)) return;
        var account = draft.Next[row.Label];
        var standing = draft.Next.Decisions.GetValueOrDefault(row.Unit);
        var (before, previous) = standing is { Winner: Side.PartnerCentral } ? (standing.Before, standing.Previous) : (ImmutableDictionary<string, RowAccount>.Empty, standing);
        if (!before.ContainsKey(row.Label)) before = before.Add(row.Label, account);
        var lost = part.Unfollowed ? account with { CoSell = part.CoSell } : account with { CoSell = part.CoSell, Followed = part.Followed, FollowedSpeaks = part.FromFollowed };
        draft.Next = draft.Next.With(row.Label, lost) with
        {
            Decisions = draft.Next.Decisions.SetItem(row.Unit, new StandingDecision(Side.PartnerCentral, before, previous, InDoubt: true)),
        };
    }
}
