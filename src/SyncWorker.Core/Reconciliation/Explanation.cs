using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Says of each row of one opportunity why it is as it is. A pure function of what the settle would look at, and of the plan that it would make.</summary>
public sealed class Explanation
{
    private readonly Baseline _baseline;
    private readonly Plan _plan;
    private readonly Standing _standing;
    private readonly PlanDraft _draft;
    private readonly IReadOnlyDictionary<string, AcceptedDifference> _accepted;
    private readonly Hold? _whole;

    private Explanation(FieldMap map, Link link, Baseline baseline, Snapshot salesforce, Snapshot partnerCentral, Plan plan, IReadOnlyDictionary<string, AcceptedDifference> accepted, DateTimeOffset now)
    {
        (_baseline, _plan, _accepted) = (baseline, plan, accepted);
        _standing = Standing.Of(link, salesforce, partnerCentral, now);
        _draft = new PlanDraft(map, link, baseline, Policy.Default);
        _draft.Changes.AddRange(plan.Changes);
        _draft.Holds.AddRange(plan.Holds);
        _draft.Wanted = Conditions.Wanted(_draft, salesforce, partnerCentral, _standing);
        _whole = plan.Holds.FirstOrDefault(h => h.Row.Length == 0);
    }

    /// <summary>Explains every row.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="link">The link.</param>
    /// <param name="baseline">What is remembered.</param>
    /// <param name="salesforce">The co-sell record as read just now; null where there is none.</param>
    /// <param name="partnerCentral">What AWS holds, as read just now.</param>
    /// <param name="plan">What a settle would decide of it.</param>
    /// <param name="accepted">The differences that the journal says are meant, by row label.</param>
    /// <param name="now">The present.</param>
    public static ImmutableArray<RowExplanation> Of(
        FieldMap map, Link link, Baseline baseline, Snapshot? salesforce, Snapshot partnerCentral, Plan plan, IReadOnlyDictionary<string, AcceptedDifference> accepted, DateTimeOffset now)
    {
        if (salesforce is null) return [.. map.Rows.Select(r => WithoutRecord(r, baseline, partnerCentral, plan))];
        var explanation = new Explanation(map, link, baseline, salesforce, partnerCentral, plan, accepted, now);
        return [.. map.Rows.Select(r => explanation.Of(UnitRows.View(r, baseline, salesforce, partnerCentral, explanation._standing)))];
    }

    private static RowExplanation WithoutRecord(Row row, Baseline baseline, Snapshot partnerCentral, Plan plan)
    {
        var nothing = Reading.Unknown("there is no co-sell record");
        var (verdict, words) = row.Flow == Flow.None ? (Verdict.NotSynchronised, NotSynchronised(row))
            : plan.Steps is [var step, ..] ? (Verdict.Goes, $"{step}: {RuleWords.Of(step.Rule ?? WriteRule.MadeAtAws)}")
            : (Verdict.Held, plan.Holds.FirstOrDefault()?.Reason ?? nothing.Reason!);
        return new RowExplanation(row, nothing, null, row.Flow == Flow.None ? Reading.Empty : partnerCentral[row.Label], baseline[row.Label], verdict, words, null);
    }

    private RowExplanation Of(RowView view)
    {
        var (verdict, words) = view.Row.Flow == Flow.None ? (Verdict.NotSynchronised, NotSynchronised(view.Row)) : Sent(view) ?? Going(view) ?? Holding(view) ?? Resting(view);
        var since = verdict is Verdict.Held or Verdict.Locked ? (_baseline.Held.GetValueOrDefault(view.Row.Label) ?? _baseline.Held.GetValueOrDefault(""))?.Since : null;
        return new RowExplanation(view.Row, view.CoSell, view.Followed, view.PartnerCentral, view.Account, verdict, words, since);
    }

    private static string NotSynchronised(Row row) => row.Reason ?? "not synchronised";

    private (Verdict, string)? Sent(RowView view) => _baseline.Sent.FirstOrDefault(s => s.Parts.GetValueOrDefault(view.Row.Label) is { Kept: false } && _plan.Next.Sent.Any(n => n.Nonce == s.Nonce && n.To == s.To)) is { } open
        ? (Verdict.InFlight, $"sent to {Named(open.To)}; whether it landed is not known yet") : null;

    private (Verdict, string)? Going(RowView view)
    {
        var label = view.Row.Label;
        if (_plan.Steps.SelectMany(s => s.Changes).FirstOrDefault(c => c.Row == label) is { } change) return (Verdict.Goes, $"goes to {Named(change.To)}: {RuleWords.Of(change.Rule)}");
        if (_plan.Steps.FirstOrDefault(s => s.Intent?.Parts.ContainsKey(label) == true) is { } step) return (Verdict.Goes, $"goes with {step}: {RuleWords.Of(step.Rule ?? WriteRule.NewAtAws)}");
        if (_plan.Changes.FirstOrDefault(c => c.Row == label) is not { } waits || _whole is not null) return null;
        return (Verdict.Waits, _standing.HasOpportunity || waits.To == Side.Salesforce ? "what Sync Error names comes first" : "goes into the opportunity when Submit To AWS is ticked and every requirement is met");
    }

    private (Verdict, string)? Holding(RowView view)
    {
        var unit = view.Row.Unit;
        var hold = _plan.Holds.FirstOrDefault(h => h.Row == view.Row.Label) ?? _plan.Holds.FirstOrDefault(h => h.Row.Length > 0 && _draft.Map.Find(h.Row)?.Unit == unit && !view.Agrees) ?? (view.Agrees ? null : _whole);
        if (hold is null) return null;
        var verdict = hold.Kind switch { HoldKind.NotYet => Verdict.NotYet, HoldKind.Locked => Verdict.Locked, HoldKind.InFlight => Verdict.InFlight, _ => Verdict.Held };
        return (verdict, hold.Row.Length == 0 || hold.Row == view.Row.Label ? hold.Reason : $"{hold.Row}: {hold.Reason}");
    }

    /// <summary>Nothing goes and nothing is held.</summary>
    private (Verdict, string) Resting(RowView view)
    {
        if (view.PartnerCentral.IsNotYet) return (Verdict.NotYet, view.PartnerCentral.Reason!);
        if (view.Agrees) return (Verdict.Agrees, "the same on both sides");
        if (view.Row is { Flow: not Flow.ToSalesforce, Write: { } member } && Editability.Of(member, _standing) == MemberLock.ForGood) return (Verdict.Locked, "differs: locked by AWS");
        if (!Conditions.AreMet(view.Row, _draft.Wanted)) return (Verdict.NotYet, "goes when " + string.Join(" and ", view.Row.When.Select(w => $"{w.Row} is {string.Join(" or ", w.Values)}")));
        if (view.Row.KeepWhenEmpty && view.Ours is null) return (Verdict.Stands, "an empty field clears nothing at AWS");
        if (view.CoSell.Canonical == view.Theirs) return (Verdict.Stands, "the co-sell field says what AWS holds");
        if (_accepted.GetValueOrDefault(view.Row.Label) is { } accepted && accepted.PartnerCentral == view.Theirs && (accepted.Salesforce == view.Ours || accepted.Salesforce == view.CoSell.Canonical))
            return (Verdict.Stands, accepted.Why);
        if (view is { Theirs: null, TakesNothing: true, MovedPartnerCentral: false, MovedSalesforce: false }) return (Verdict.Stands, "empty at AWS; an empty co-sell field would follow again");
        return view.MovedSalesforce || view.MovedPartnerCentral ? (Verdict.Stands, "accounted for with the next settle") : (Verdict.Unexplained, "differs, and both sides are accounted for: no reason is recorded");
    }

    private static string Named(Side side) => side == Side.Salesforce ? "Salesforce" : "Partner Central";
}
