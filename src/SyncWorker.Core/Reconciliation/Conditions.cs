using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Rows that Partner Central takes only while another row says so, such as Closed Lost Reason with Closed Lost.</summary>
internal static class Conditions
{
    public static bool AreMet(Row row, Func<string, string?> wanted) => row.When.All(w => w.Values.Contains(wanted(w.Row) ?? "(empty)"));

    /// <summary>The value that a row, decided before, is on the way to at AWS: what goes there or waits to go, else what AWS holds.</summary>
    public static Func<string, string?> Wanted(PlanDraft draft, Snapshot salesforce, Snapshot partnerCentral, Standing standing) => label =>
    {
        if (draft.Map.Find(label) is not { } row) return null;
        var view = UnitRows.View(row, draft.Next, salesforce, partnerCentral, standing);
        return draft.Changes.FirstOrDefault(c => c.Row == label && c.To == Side.PartnerCentral) is { } change ? change.Value
            : view.PartnerCentral.IsUnknown || draft.Holds.Any(h => h.Row == label) ? view.Ours
            : view.Theirs;
    };

    /// <summary>The row that a unit's condition looks at and that is not readable; null where the condition can be told.</summary>
    public static string? Unreadable(PlanDraft draft, ImmutableArray<Row> unit, Snapshot salesforce, Snapshot partnerCentral, Standing standing) => unit.SelectMany(r => r.When)
        .Select(w => draft.Map.Find(w.Row)).OfType<Row>()
        .FirstOrDefault(row => UnitRows.View(row, draft.Next, salesforce, partnerCentral, standing).Unknown is { IsNotYet: false })?.Label;

    /// <summary>
    /// While the condition fails nothing goes to AWS, and a blank there is no edit (AWS itself empties such members). What a seller filled in early stays unaccounted for, so that it goes
    /// when the condition holds.
    /// </summary>
    public static void Suspend(PlanDraft draft, ImmutableArray<RowView> views, Func<ImmutableArray<RowView>> look, Func<Row, MemberLock> lockOf)
    {
        if (views.FirstOrDefault(v => v.Unknown is not null) is { Unknown: { } unknown } unreadable)
        {
            draft.Hold(unreadable.Row.Label, unknown.IsNotYet ? HoldKind.NotYet : HoldKind.Unknown, unknown.Reason!);
            return;
        }

        if (views.All(v => v.Agrees))
        {
            foreach (var view in views) draft.Agree(view);
            draft.Close(views[0].Row.Unit);
            return;
        }

        while (ConflictDecision.WithdrawWhenOver(draft, views)) views = look();
        if (views.FirstOrDefault(v => v.MovedSalesforce && !v.Agrees && lockOf(v.Row) == MemberLock.ForGood) is { } locked)
        {
            draft.Hold(locked.Row.Label, HoldKind.Locked, "differs: locked by AWS");
            return;
        }

        // A blank that won while the condition held was an edit, and stays one.
        var isDecided = draft.Next.Decisions.GetValueOrDefault(views[0].Row.Unit)?.Winner == Side.PartnerCentral;
        foreach (var view in views.Where(v => v is { MovedPartnerCentral: true, Agrees: false, Theirs: null } && !isDecided)) Emptied(draft, view);
        if (views.Any(v => v.MovedSalesforce))
        {
            draft.Hold(views[0].Row.Label, HoldKind.NotYet, "goes when " + string.Join(" and ", views.SelectMany(v => v.Row.When).DistinctBy(w => w.Row).Select(w => $"{w.Row} is {string.Join(" or ", w.Values)}")));
            return;
        }

        foreach (var view in views.Where(v => v is { MovedPartnerCentral: true, Agrees: false, Theirs: not null, Row.Flow: not Flow.ToPartnerCentral }))
            UnitDecision.Overwrite(draft, view, view.Row.Flow == Flow.Both ? WriteRule.OneSideMoved : WriteRule.Owner);
    }

    /// <summary>The blank is accounted for; what Salesforce says, or said and may say again, is not any more, so that it goes when the condition holds again.</summary>
    private static void Emptied(PlanDraft draft, RowView view)
    {
        var account = view.Account with { PartnerCentral = Accounted.For(view.PartnerCentral) };
        if (!view.Speaking.IsEmpty) account = view.FollowedSpeaks ? account with { Followed = default } : account with { CoSell = default };
        draft.Next = draft.Next.With(view.Row.Label, account);
        if (!view.MovedSalesforce) draft.Close(view.Row.Unit);
    }
}
