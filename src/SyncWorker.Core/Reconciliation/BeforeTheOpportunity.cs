using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>
/// A deal that is not an opportunity in Partner Central yet. Of a referral's invitation, what AWS tells is shown and nothing is sent back. Of a draft, everything that has a value goes into
/// the create; the co-sell fields show what they follow.
/// </summary>
internal static class BeforeTheOpportunity
{
    public static void Decide(PlanDraft draft, ImmutableArray<RowView> views, Standing standing)
    {
        foreach (var view in views)
        {
            if (view.UnknownInSalesforce is { } unreadable) draft.Hold(view.Row.Label, HoldKind.Unknown, unreadable.Reason!);
            else if (view.IsStale) draft.Changes.Add(view.Send(Side.Salesforce, view.Followed!.Canonical, WriteRule.Follows, refresh: true));
        }

        if (standing.IsReferral) Show(draft, views);
        else if (views.All(v => v.UnknownInSalesforce is null)) Offer(draft, views);
    }

    private static void Show(PlanDraft draft, ImmutableArray<RowView> views)
    {
        foreach (var view in views.Where(v => v is { Unknown: null, FollowedSpeaks: false } && (v.MovedPartnerCentral || (v.IsLeftBehind && !v.MovedCoSell)) && !v.Agrees && v.Theirs is not null && v.Row.Write?.Root != PathRoot.Invitation))
        {
            // Until the referral is accepted it is AWS's. What a seller typed meanwhile is kept for them.
            if (view is { MovedCoSell: true, CoSell.HasValue: true }) draft.Lose(view.Row, Place.CoSell, view.CoSell.Canonical, JournalCause.OwnerWon, view.Theirs);
            draft.Changes.Add(view.Send(Side.Salesforce, view.Theirs, WriteRule.Referral));
        }
    }

    private static void Offer(PlanDraft draft, ImmutableArray<RowView> views)
    {
        if (views[0].Row.Complete && views.Any(v => v.Ours is null)) return;
        foreach (var view in views.Where(v => v.Ours is not null && v.Row.Write is not null && Conditions.AreMet(v.Row, draft.Wanted)))
            draft.Changes.Add(view.Send(Side.PartnerCentral, view.Ours, WriteRule.NewAtAws));
    }
}
