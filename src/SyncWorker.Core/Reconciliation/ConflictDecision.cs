using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>A conflict's decision: what it leaves in the baseline when it is taken, and when it is taken back.</summary>
internal static class ConflictDecision
{
    /// <summary>A conflict. The losing places are accounted for at what they hold, so the decision outlives a crash, a lock or a later date.</summary>
    public static Side Take(PlanDraft draft, ImmutableArray<RowView> views, Side winner, JournalCause cause)
    {
        // Won again by the same side: what a withdrawal restores is still what stood before the first time.
        var before = views.ToImmutableDictionary(v => v.Row.Label, v => v.Account);
        var standing = draft.Next.Decisions.GetValueOrDefault(views[0].Row.Unit);
        var isSame = standing?.Winner == winner;
        if (isSame) before = before.SetItems(standing!.Before);
        foreach (var view in views.Where(v => !v.Agrees))
        {
            var (losing, winning) = winner == Side.Salesforce ? (view.Theirs, view.Ours) : (view.Ours, view.Theirs);
            var place = winner == Side.Salesforce ? Place.PartnerCentral : view.FollowedSpeaks ? Place.Followed : Place.CoSell;
            var reference = draft.Lose(view.Row, place, losing, cause, winning);
            draft.Conflicts.Add(new Conflict(view.Row.Label, view.Ours, view.Theirs, winner));

            // Nothing is replaced where a blank from AWS cannot be written: the field keeps what it says.
            if (winning is null && winner == Side.PartnerCentral && view.TakesNothing) continue;
            draft.Next = draft.Next with { News = News.Of(view.Row.Label, losing, winning, winner, draft.Next.Date(winner), reference), NewsRow = view.Row.Label, NewsLosing = losing };
        }

        foreach (var view in views)
        {
            var account = draft.Next[view.Row.Label];
            draft.Next = draft.Next.With(view.Row.Label, winner == Side.Salesforce
                ? account with { PartnerCentral = Accounted.For(view.PartnerCentral) }
                : account with { CoSell = Accounted.For(view.CoSell), Followed = view.Followed is { } p ? Accounted.For(p) : account.Followed, FollowedSpeaks = view.FollowedSpeaks });
        }

        draft.Next = draft.Next with { Decisions = draft.Next.Decisions.SetItem(views[0].Row.Unit, new StandingDecision(winner, before, isSame ? standing!.Previous : standing, isSame && standing!.InDoubt)) };
        return winner;
    }

    /// <summary>
    /// Whoever went back to what was accounted for before a decision edited nothing in the end: the decision never was, and the other's edit flows. Says whether one was taken back so.
    /// </summary>
    public static bool WithdrawWhenOver(PlanDraft draft, ImmutableArray<RowView> views)
    {
        if (draft.Next.Decisions.GetValueOrDefault(views[0].Row.Unit) is not { } standing || !IsOver(standing, views)) return false;
        Withdraw(draft, views, standing);
        return true;
    }

    /// <summary>
    /// Whether a decision that was never delivered contests nothing any more: its winner went back to its accounted value, or its loser to what was accounted for before it. Where our write may
    /// have landed in between, a loser that goes back has edited once more.
    /// </summary>
    private static bool IsOver(StandingDecision standing, ImmutableArray<RowView> views)
    {
        var loser = standing.Winner == Side.Salesforce ? Side.PartnerCentral : Side.Salesforce;
        return !views.Any(v => v.Moved(standing.Winner))
            || (!standing.InDoubt && views.Any(v => v.Moved(loser)) && !views.Any(v => (v with { Account = standing.Withdrawn(v.Row.Label, v.Account) }).Moved(loser)));
    }

    /// <summary>
    /// Takes back a decision that was never delivered: the losing places are accounted for as they were before it. Where it was taken in doubt, which only AWS wins, what AWS holds now is kept.
    /// </summary>
    private static void Withdraw(PlanDraft draft, ImmutableArray<RowView> views, StandingDecision standing)
    {
        // Who went back to what stood there before our write may have seen that write: then it is an edit, and about to be overwritten.
        foreach (var view in views.Where(v => standing.InDoubt && standing.Before.ContainsKey(v.Row.Label) && !v.Agrees)) draft.Lose(view.Row, Place.PartnerCentral, view.Theirs, JournalCause.Unconfirmed, view.Ours);
        var (unit, loser) = (views[0].Row.Unit, standing.Winner == Side.Salesforce ? Place.PartnerCentral : Place.CoSell);

        // Of what was never accounted for nobody can say that it was empty: who empties it edits it, and is about to lose.
        bool IsEmptied(RowView v) => loser == Place.PartnerCentral ? v is { Theirs: null, Account.PartnerCentral.Canonical: not null } : v is { CoSell.IsEmpty: true, FollowedSpeaks: false, Account.CoSell.Canonical: not null };
        foreach (var view in views.Where(v => !standing.InDoubt && !v.Agrees && standing.Before.GetValueOrDefault(v.Row.Label) == RowAccount.Never && IsEmptied(v)))
            draft.Lose(view.Row, loser, null, JournalCause.Blank, loser == Place.PartnerCentral ? view.Ours : view.Theirs);

        draft.Withdrawn.Add(new Withdrawal(unit, standing.Winner));
        foreach (var label in standing.Before.Keys) draft.Next = draft.Next.With(label, standing.Withdrawn(label, draft.Next[label]));
        var decisions = draft.Next.Decisions;
        draft.Next = draft.Next with { Decisions = standing.Previous is { } previous ? decisions.SetItem(unit, previous) : decisions.Remove(unit) };
    }
}
