using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>The decision for a list row that flows both ways: both sides get the merged set, so there is nothing to win or lose.</summary>
internal static class SetDecision
{
    public static void Decide(PlanDraft draft, RowView view, MemberLock whether)
    {
        if (view.Unknown is { } unreadable)
        {
            draft.Hold(view.Row.Label, unreadable.IsNotYet ? HoldKind.NotYet : HoldKind.Unknown, unreadable.Reason!);
            return;
        }

        if (view.Agrees)
        {
            draft.Agree(view);
            return;
        }

        // An empty list in Salesforce never takes anything away at AWS.
        var saysNothing = view.Row.KeepWhenEmpty && view.Ours is null;

        // What AWS kept of an emptied list is no element that both sides have: it is to be shown again as soon as Salesforce says anything.
        var isKept = view.Row.KeepWhenEmpty && view.Account is { CoSell.Canonical: null, PartnerCentral.Canonical: not null };
        if (view.Row.Follows is null && !saysNothing && !isKept) view = AgreedByElement(draft, view);
        if (!view.MovedSalesforce && !view.MovedPartnerCentral) return;
        if (saysNothing && !view.MovedPartnerCentral)
        {
            draft.Agree(view);
            return;
        }

        var spoken = saysNothing ? null : (view.FollowedSpeaks ? view.Account.Followed : view.Account.CoSell).Canonical;
        var merged = SetMerge.Merge(spoken, view.Ours, view.Account.PartnerCentral.Canonical, view.Theirs);
        var rule = view is { MovedSalesforce: true, MovedPartnerCentral: true } ? WriteRule.Merged : WriteRule.OneSideMoved;

        // What AWS was given and did not keep is not given again.
        var (before, theirs) = (SetMerge.Elements(spoken).Except(SetMerge.Elements(view.Account.PartnerCentral.Canonical)), SetMerge.Elements(view.Theirs));
        var toAws = SetMerge.Join(SetMerge.Elements(merged).Where(e => theirs.Contains(e) || !before.Contains(e)));
        if (toAws != view.Theirs)
        {
            if (whether == MemberLock.Open) draft.Changes.Add(view.Send(Side.PartnerCentral, toAws, rule));
            else draft.Hold(view.Row.Label, whether == MemberLock.ForGood ? HoldKind.Locked : whether == MemberLock.ActionRequired ? HoldKind.ActionRequired : HoldKind.UnderReview,
                whether == MemberLock.ForGood ? "differs: locked by AWS" : "under review until AWS answers");
        }

        // While AWS does not take its part, Salesforce still shows what AWS added; nothing that a seller chose is taken away.
        if (merged != view.CoSell.Canonical && (whether == MemberLock.Open || view.MovedPartnerCentral)) draft.Changes.Add(view.Send(Side.Salesforce, merged, rule));
    }

    /// <summary>
    /// What both sides say alike of single elements is agreed, though others are still on their way or are not taken: who takes such an element back later edits it.
    /// </summary>
    private static RowView AgreedByElement(PlanDraft draft, RowView view)
    {
        HashSet<string> ours = SetMerge.Elements(view.Ours), theirs = SetMerge.Elements(view.Theirs);
        Accounted Alike(Accounted before)
        {
            var elements = SetMerge.Elements(before.Canonical);
            elements.RemoveWhere(e => !ours.Contains(e) && !theirs.Contains(e));
            elements.UnionWith(ours.Intersect(theirs));
            return elements.SetEquals(SetMerge.Elements(before.Canonical)) ? before : new Accounted(null, SetMerge.Join(elements));
        }

        var account = view.Account with { CoSell = Alike(view.Account.CoSell), PartnerCentral = Alike(view.Account.PartnerCentral) };
        draft.Next = draft.Next.With(view.Row.Label, account);
        return view with { Account = account };
    }
}
