using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// The decision, per row or group: the one place where it is settled which side's value stands. Rows that mean something only together are decided together; a unit's decision depends on
/// that unit alone.
/// </summary>
internal static class UnitDecision
{
    /// <param name="draft">The plan being made.</param>
    /// <param name="views">The unit's rows as they stand.</param>
    /// <param name="look">Reads the rows again after their accounts changed.</param>
    /// <param name="lockOf">Whether Partner Central takes a row's change now.</param>
    /// <param name="dates">Each side's Last Modified Date for this unit.</param>
    public static void Decide(
        PlanDraft draft, ImmutableArray<RowView> views, Func<ImmutableArray<RowView>> look, Func<Row, MemberLock> lockOf, Func<Side, ImmutableArray<RowView>, DateTimeOffset?> dates)
    {
        if (views.FirstOrDefault(v => v.Unknown is not null) is { } unreadable)
        {
            HoldUnknown(draft, unreadable);
            return;
        }

        if (Agreed(draft, views)) return;
        views = look();

        while (ConflictDecision.WithdrawWhenOver(draft, views))
        {
            // What agreed may do so no more; what still does is shown all the same.
            draft.Changes.RemoveAll(c => c.Part.Refresh && views.Any(v => v.Row.Label == c.Row));
            if (Agreed(draft, look())) return;
            views = look();
        }

        bool movedS = views.Any(v => v.MovedSalesforce), movedA = views.Any(v => v.MovedPartnerCentral);
        if (!movedS && !movedA)
        {
            BringUp(draft, views);
            return;
        }

        if (KeepsWhatAwsHolds(draft, views, movedA)) return;
        var (winner, rule) = Winner(draft, views, movedS, movedA, lockOf, dates);
        if (winner == Side.Salesforce) SendToAws(draft, views, lockOf, rule);
        else SendToSalesforce(draft, views, rule);
    }

    /// <summary>Whether a row is a list that both sides add to and take from: it is merged, not won.</summary>
    public static bool IsMerged(Row row) => row is { Flow: Flow.Both, Group: null, Codec.IsList: true };

    /// <summary>
    /// Accounts for the rows that both sides say alike, which contest nothing, however they came to be so: of a group only what differs is still to be decided. Whether that is nothing.
    /// </summary>
    private static bool Agreed(PlanDraft draft, ImmutableArray<RowView> views)
    {
        foreach (var view in views.Where(v => v.Agrees))
        {
            draft.Agree(view);
            if (view.IsStale) Refresh(draft, view);
        }

        if (!views.All(v => v.Agrees)) return false;
        draft.Close(views[0].Row.Unit);
        return true;
    }

    /// <summary>Nothing moved: nothing is written, even where the two differ, but for a co-sell field that does not show yet what its row says.</summary>
    private static void BringUp(PlanDraft draft, ImmutableArray<RowView> views)
    {
        // AWS's values do not go beside one that a person filled in and that stands apart.
        var isApart = views.Any(v => v is { Agrees: false, Account.Apart: true, CoSell.HasValue: true });
        foreach (var view in views)
        {
            if (view.IsLeftEmpty && !(isApart && view.Account.Apart)) draft.Changes.Add(view.Send(Side.Salesforce, view.Theirs, WriteRule.LeftEmpty));
            else if (view.IsLeftBehind)
            {
                if (view.Theirs is null && view.StandsNowhereElse) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, JournalCause.Blank, null);
                draft.Changes.Add(view.Send(Side.Salesforce, view.Theirs, WriteRule.Follows));
            }

            // AWS has it, in its own spelling.
            else if (view is { IsStale: true, Agrees: false, Account.FollowedSpeaks: true, Followed.HasValue: true, PartnerCentral.HasValue: true }) Refresh(draft, view);
        }
    }

    private static void HoldUnknown(PlanDraft draft, RowView view)
    {
        var reading = view.Unknown!;
        draft.Hold(view.Row.Label, reading.IsNotYet ? HoldKind.NotYet : HoldKind.Unknown, reading.Reason!);
    }

    /// <summary>A blank in Salesforce never clears what such a row holds at AWS: the blank is accounted for and stands, until AWS says something new.</summary>
    private static bool KeepsWhatAwsHolds(PlanDraft draft, ImmutableArray<RowView> views, bool movedA)
    {
        if (!views[0].Row.KeepWhenEmpty || !views.All(v => v.Ours is null)) return false;
        if ((movedA || views.Any(v => v.IsLeftBehind)) && views[0].Row.Flow == Flow.Both)
        {
            SendToSalesforce(draft, views, WriteRule.KeptAtAws);
            return true;
        }

        foreach (var view in views) draft.Agree(view);
        draft.Close(views[0].Row.Unit);
        return true;
    }

    private static (Side Side, WriteRule Rule) Winner(
        PlanDraft draft, ImmutableArray<RowView> views, bool movedS, bool movedA, Func<Row, MemberLock> lockOf, Func<Side, ImmutableArray<RowView>, DateTimeOffset?> dates)
    {
        switch (views[0].Row.Flow)
        {
            // The owner's value goes across whichever side moved. An owned row's loser is accounted for only on delivery.
            case Flow.ToSalesforce:
                foreach (var v in views.Where(v => v.MovedCoSell && !v.Agrees)) draft.Lose(v.Row, Place.CoSell, v.CoSell.Canonical, JournalCause.OwnerWon, v.Theirs);
                return (Side.PartnerCentral, WriteRule.Owner);
            case Flow.ToPartnerCentral:
                foreach (var v in views.Where(v => v.MovedPartnerCentral && !v.Agrees)) draft.Lose(v.Row, Place.PartnerCentral, v.Theirs, JournalCause.OwnerWon, v.Ours);
                return (Side.Salesforce, WriteRule.Owner);
        }

        if (!(movedS && movedA))
        {
            var moved = movedS ? Side.Salesforce : Side.PartnerCentral;
            return (moved, draft.Next.Decisions.GetValueOrDefault(views[0].Row.Unit)?.Winner == moved ? WriteRule.Decided : WriteRule.OneSideMoved);
        }

        // What AWS will never take again cannot win there.
        if (views.Any(v => !v.Agrees && lockOf(v.Row) == MemberLock.ForGood)) return (ConflictDecision.Take(draft, views, Side.PartnerCentral, JournalCause.LockedByAws), WriteRule.LockedByAws);
        DateTimeOffset? salesforce = dates(Side.Salesforce, views), partnerCentral = dates(Side.PartnerCentral, views);
        var later = salesforce == partnerCentral ? draft.Policy.TieGoesTo
            : salesforce is not null && (partnerCentral is null || salesforce > partnerCentral) ? Side.Salesforce : Side.PartnerCentral;
        return (ConflictDecision.Take(draft, views, later, JournalCause.LaterDateWon), salesforce == partnerCentral ? WriteRule.SameSecond : WriteRule.LaterDate);
    }

    private static void SendToAws(PlanDraft draft, ImmutableArray<RowView> views, Func<Row, MemberLock> lockOf, WriteRule rule)
    {
        var changed = views.Where(v => !v.Agrees && !v.IsReread).ToImmutableArray();
        if (changed.Where(v => lockOf(v.Row) != MemberLock.Open).ToArray() is [_, ..] locked)
        {
            foreach (var view in locked) HoldLocked(draft, view.Row, lockOf(view.Row));
            return;
        }

        if (views[0].Row.Complete && views.Any(v => v.Ours is null))
        {
            foreach (var missing in views.Where(v => v.Ours is null)) draft.Hold(missing.Row.Label, HoldKind.Missing, $"empty; {string.Join(", ", views.Select(v => v.Row.Label))} go to AWS together");
            return;
        }

        foreach (var view in changed)
        {
            // Whoever edited the followed record had not seen what AWS holds.
            if (view.FollowedSpeaks && view.Theirs is not null && (view.MovedPartnerCentral || !view.Account.FollowedSpeaks)) draft.Lose(view.Row, Place.PartnerCentral, view.Theirs, JournalCause.FollowedChanged, view.Ours);
            else if (view is { MovedPartnerCentral: false, Theirs: not null } && (view.Account.Apart || IsAsItStood(draft, view))) draft.Lose(view.Row, Place.PartnerCentral, view.Theirs, JournalCause.StoodApart, view.Ours);

            // The co-sell field is brought up to what it follows once AWS has it.
            var (cause, isAlone) = view.Account.Apart ? (JournalCause.StoodApart, true) : (JournalCause.FollowedChanged, view.StandsNowhereElse);
            if (isAlone && view is { FollowedSpeaks: true, CoSell.HasValue: true } && view.CoSell.Canonical != view.Ours) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, cause, view.Ours);
            draft.Changes.Add(view.Send(Side.PartnerCentral, view.Ours, rule));
        }
    }

    private static void HoldLocked(PlanDraft draft, Row row, MemberLock why)
    {
        var (kind, reason) = why switch
        {
            MemberLock.UnderReview => (HoldKind.UnderReview, "under review until AWS answers"),
            MemberLock.ActionRequired => (HoldKind.ActionRequired, "goes when Submit To AWS is ticked again"),
            _ => (HoldKind.Locked, "differs: locked by AWS"),
        };
        draft.Hold(row.Label, kind, reason);
    }

    private static void SendToSalesforce(PlanDraft draft, ImmutableArray<RowView> views, WriteRule rule)
    {
        var changed = views.Where(v => !v.Agrees).ToImmutableArray();

        // What moved of a group and is not written waits for the rest, without which it would look as if AWS had taken its edit back.
        var isRest = changed.All(v => v.TakesNothing || !(v.MovedSalesforce || v.MovedPartnerCentral || draft.Next.Decisions.ContainsKey(v.Row.Unit)));
        foreach (var view in changed)
        {
            if (view.TakesNothing) Keep(draft, view, isRest);
            else if (!isRest) Overwrite(draft, view, rule);
        }

        if (!isRest) return;
        draft.Close(views[0].Row.Unit);
        BringUp(draft, [.. views.Where(v => !v.TakesNothing)]);
    }

    /// <summary>AWS's value goes into the co-sell field; what stood nowhere else goes to the journal.</summary>
    public static void Overwrite(PlanDraft draft, RowView view, WriteRule rule)
    {
        if (view.FollowedSpeaks && view.CoSell.HasValue && view.MovedCoSell) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, JournalCause.FollowedChanged, view.Theirs);
        else if (view is { MovedCoSell: false, CoSell.HasValue: true } && (view.Account.Apart || IsAsItStood(draft, view))) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, JournalCause.StoodApart, view.Theirs);
        draft.Changes.Add(view.Send(Side.Salesforce, view.Theirs, rule));
    }

    /// <summary>Whether nobody moved a row that differs, because one side made something else of what it got: only another row of its group takes it across.</summary>
    private static bool IsAsItStood(PlanDraft draft, RowView view) => view is { MovedSalesforce: false, MovedPartnerCentral: false } && !draft.Next.Decisions.ContainsKey(view.Row.Unit);

    private static void Keep(PlanDraft draft, RowView view, bool isRest)
    {
        if (view.MovedPartnerCentral && view.Theirs is not null) draft.CoSellAgreesByChance();
        var part = view.Send(Side.Salesforce, view.CoSell.Canonical, WriteRule.Decided).Part with { FromFollowed = view.FollowedSpeaks, Kept = true };
        if (isRest) Accounting.Kept(draft, view.Row, part, Accounted.For(view.CoSell));
        else draft.Kept[view.Row.Label] = part;
    }

    /// <summary>
    /// Brings the co-sell field up to what the row follows, so that a seller never reads a stale value there. Not before AWS holds the value too: a refreshed field would outlive a followed
    /// change that is withdrawn, or that the end of following leaves undelivered.
    /// </summary>
    private static void Refresh(PlanDraft draft, RowView view)
    {
        var isLost = view.MovedCoSell || !view.Account.FollowedSpeaks || (view.Account.PartnerCentral.Canonical is null && view.StandsNowhereElse);
        if (isLost && view.CoSell.HasValue) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, JournalCause.FollowedChanged, view.Followed!.Canonical);
        draft.Changes.Add(view.Send(Side.Salesforce, view.Followed!.Canonical, WriteRule.Follows, refresh: true));
    }
}
