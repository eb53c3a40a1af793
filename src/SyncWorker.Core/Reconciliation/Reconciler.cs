using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>Decides what becomes of one opportunity, with both sides and the last agreement in hand. A pure function: no clock, no I/O, no chance.</summary>
public static class Reconciler
{
    /// <summary>Makes the plan.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="link">What joins the two records.</param>
    /// <param name="baseline">What was last accounted for, decided and sent.</param>
    /// <param name="salesforce">The co-sell record as read just now; null where there is none.</param>
    /// <param name="partnerCentral">What AWS holds, as read just now; rows without a document are not at AWS yet.</param>
    /// <param name="policy">What the operator chose.</param>
    /// <param name="now">The present, for dates that must not be past.</param>
    /// <param name="isPutOff">Whether Partner Central takes no write for now, because a quota is used up.</param>
    public static Plan Reconcile(FieldMap map, Link link, Baseline baseline, Snapshot? salesforce, Snapshot partnerCentral, Policy policy, DateTimeOffset now, bool isPutOff = false)
    {
        var draft = new PlanDraft(map, link, baseline, policy);
        var standing = Standing.Of(link, salesforce, partnerCentral, now);
        if (salesforce is null) return WithoutRecord(draft, standing, partnerCentral, now);
        if (Suspicion.Of(draft, standing, salesforce, partnerCentral) is { } suspicion) return Suspended(draft, standing, suspicion, partnerCentral, salesforce, now);

        draft.Next = NoteDates(draft.Next, salesforce, partnerCentral, standing);

        // What was sent first and is seen only now landed after what was sent since, which was decided on what stood there before.
        foreach (var sent in baseline.Sent.Reverse()) Accounting.Resolve(draft, sent, salesforce, partnerCentral, receipt: null);
        MappingIsNoEdit(draft, salesforce);
        SetBacks.Look(draft, standing, salesforce, partnerCentral, now);
        DecideRows(draft, standing, salesforce, partnerCentral);
        News.Outdated(draft, standing, salesforce, partnerCentral);
        Encode(draft, salesforce, partnerCentral);
        Refusals.Apply(draft, now);

        var facts = FactsOf.Rows(draft, standing, salesforce, partnerCentral);
        var (towardsAws, problems) = NextSteps.TowardsAws(draft, standing, facts, salesforce, partnerCentral, now);
        towardsAws = Refusals.Apply(draft, towardsAws, now);
        if (draft.Waiting.Contains(Side.PartnerCentral)) towardsAws = [];
        if (draft.Waiting.Count > 0) draft.Hold("", HoldKind.InFlight, "an earlier write may still land");

        var report = SyncReports.Of(map, standing, problems, draft.AllHolds(), draft.Next, !towardsAws.IsEmpty, Reference.Of(link.Id, 0));
        var record = draft.Waiting.Contains(Side.Salesforce) ? null : NextSteps.UpdateRecord(draft, standing, salesforce, report, now);
        if (record is not null && Refusals.IsRefused(draft.Next, record, now))
        {
            // Which row it was, Salesforce did not say: none goes, and the seller is told, if the record takes that.
            Refusals.HoldAll(draft, record);
            report = SyncReports.Of(map, standing, problems, draft.AllHolds(), draft.Next, !towardsAws.IsEmpty, Reference.Of(link.Id, 0));
            record = record.Changes.IsEmpty ? null : NextSteps.UpdateRecord(draft, standing, salesforce, report, now);
            if (record is not null && Refusals.IsRefused(draft.Next, record, now)) record = null;
        }

        if (isPutOff) towardsAws = [];

        // Of a task that is under way the seller reads before it is asked after again.
        ImmutableArray<Step> steps = record is null ? towardsAws : draft.Next.Intent?.TaskId is null ? towardsAws.Add(record) : towardsAws.Insert(0, record);
        return Finish(draft, steps, report, salesforce, partnerCentral, now);
    }

    private static Plan WithoutRecord(PlanDraft draft, Standing standing, Snapshot partnerCentral, DateTimeOffset now)
    {
        var report = SyncReports.Of(draft.Map, standing, [], [], draft.Next, false, Reference.Of(draft.Link.Id, 0));
        var gone = draft.Link.RecordId is not null;
        if (gone)
        {
            draft.Hold("", HoldKind.Unknown, "the co-sell record was deleted, or the integration user may not read it");
            draft.Next = Intents.Abandoned(draft.Next, draft.Policy, now);
        }

        var nothing = draft.Link.IsLeftAlone || (draft.Link.MappedObjectId is null && !standing.HasOpportunity && standing.InvitationStatus != "PENDING");
        if (draft.Map.IsStandard && !gone) draft.Hold("", HoldKind.Missing, $"people make records of {draft.Map.RecordType}: make one for it, or decide in Partner Central");
        ImmutableArray<Step> steps = standing.IsAcceptedElsewhere && !draft.Link.IsWithoutOpportunity ? [new Step { Kind = StepKind.FindOpportunity }]
            : gone ? draft.Next.Intent is { } open && Intents.WithoutRecord(open, standing, draft.Policy, now) is { } step ? [step] : []
            : nothing || draft.Map.IsStandard ? [] : [NextSteps.CreateRecord(draft, partnerCentral, report)];
        return Finish(draft, steps, report, null, partnerCentral, now);
    }

    /// <summary>
    /// No row is decided, sent or accounted for until the records can be believed again. The seller is told, but not on a record that cannot be believed itself.
    /// </summary>
    private static Plan Suspended(PlanDraft draft, Standing standing, (Side Side, string Why) suspicion, Snapshot partnerCentral, Snapshot salesforce, DateTimeOffset now)
    {
        draft.Hold("", HoldKind.Unknown, suspicion.Why);
        var report = new SyncReport(SyncStatus.NeedsAttention, $"{suspicion.Why}. Nothing is sent until it is back.", null);
        var mayTell = suspicion.Side == Side.PartnerCentral && !draft.Next.Sent.Any(s => s.To == Side.Salesforce);
        var told = mayTell ? NextSteps.UpdateRecord(draft, standing, salesforce, report, now) : null;
        return Finish(draft, told is null || Refusals.IsRefused(draft.Next, told, now) ? [] : [told], report, salesforce, partnerCentral, now);
    }

    /// <summary>Tells something on the co-sell record, and decides nothing.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="link">What joins the two records.</param>
    /// <param name="baseline">What was last accounted for, decided and sent.</param>
    /// <param name="salesforce">The co-sell record as read just now.</param>
    /// <param name="partnerCentral">What AWS holds, as far as it was read.</param>
    /// <param name="words">What the seller reads in Sync Error.</param>
    /// <param name="policy">What the operator chose.</param>
    /// <param name="now">The present.</param>
    public static Plan Tell(FieldMap map, Link link, Baseline baseline, Snapshot salesforce, Snapshot partnerCentral, string words, Policy policy, DateTimeOffset now)
    {
        var draft = new PlanDraft(map, link, baseline, policy);
        var report = new SyncReport(SyncStatus.NeedsAttention, words, null);
        var told = baseline.Sent.Any(s => s.To == Side.Salesforce) ? null : NextSteps.UpdateRecord(draft, Standing.Of(link, salesforce, null, now), salesforce, report, now);
        return Finish(draft, told is null ? [] : [told], report, salesforce, partnerCentral, now);
    }

    /// <summary>A side's date is the newest that was not the receipt of our own write.</summary>
    private static Baseline NoteDates(Baseline baseline, Snapshot salesforce, Snapshot partnerCentral, Standing standing) => baseline with
    {
        SalesforceDate = salesforce.Version == baseline.SalesforceReceipt ? baseline.SalesforceDate : Seconds(salesforce.LastModified),
        PartnerCentralDate = !standing.HasOpportunity || partnerCentral.Version == baseline.PartnerCentralReceipt ? baseline.PartnerCentralDate : Seconds(partnerCentral.LastModified),
    };

    /// <summary>Setting or changing the lookup once the deal exists at AWS sends nothing: what is newly followed is accounted for as it stands.</summary>
    private static void MappingIsNoEdit(PlanDraft draft, Snapshot salesforce)
    {
        if (salesforce.MappedObjectId != draft.Next.MappedObjectId && (draft.Link.OpportunityId is not null || draft.Link.IsReferral) && !draft.Next.Rows.IsEmpty)
        {
            // Of a referral's record the lookup may be set and changed until it is accepted: what is followed then speaks.
            Func<RowAccount, RowAccount> change = draft.Link.OpportunityId is not null ? a => a.Unfollowed() : a => a.Uncopied();
            foreach (var row in draft.Map.Rows.Where(r => r.Follows is not null)) draft.Next = draft.Next.Changed(row.Label, change);
            draft.Next = draft.Next with { Sent = [.. draft.Next.Sent.Select(s => s.Unfollowed(draft.Map))] };
        }

        // A word that is not understood was seen all the same: another one in its place is an edit.
        foreach (var (label, reading) in salesforce.Followed.Where(f => f.Value.Wire is not null && draft.Next[f.Key].FollowedUnseen))
            draft.Next = draft.Next.Changed(label, a => a with { Followed = Accounted.For(reading), FollowedUnseen = false });

        draft.Next = draft.Next with { MappedObjectId = salesforce.MappedObjectId };
    }

    private static void DecideRows(PlanDraft draft, Standing standing, Snapshot salesforce, Snapshot partnerCentral)
    {
        MemberLock LockOf(Row row) => row.Write is { } member && !draft.Link.IsReadOnly ? Editability.Of(member, standing) : MemberLock.ForGood;
        draft.Wanted = Conditions.Wanted(draft, salesforce, partnerCentral, standing);
        foreach (var unit in draft.Map.Units.OrderBy(u => u.Any(r => !r.When.IsEmpty)))
        {
            if (SetBacks.Hold(draft, unit)) continue;
            ImmutableArray<RowView> Look() => UnitRows.Of(unit, draft.Next, salesforce, partnerCentral, standing);
            var views = Look();
            if (!standing.HasOpportunity && unit[0].Flow != Flow.ToSalesforce) BeforeTheOpportunity.Decide(draft, views, standing);
            else if (Conditions.Unreadable(draft, unit, salesforce, partnerCentral, standing) is { } other) draft.Hold(unit[0].Label, HoldKind.NotYet, $"decided when {other} can be read");
            else if (!unit.All(r => Conditions.AreMet(r, draft.Wanted))) Conditions.Suspend(draft, views, Look, LockOf);
            else if (unit is [var row] && UnitDecision.IsMerged(row)) SetDecision.Decide(draft, views[0], LockOf(unit[0]));
            else UnitDecision.Decide(draft, views, Look, LockOf, (side, rows) => Date(draft.Next, side, rows, salesforce));
        }
    }

    /// <summary>A followed place is dated by the record that holds it.</summary>
    private static DateTimeOffset? Date(Baseline baseline, Side side, ImmutableArray<RowView> views, Snapshot salesforce)
    {
        if (side == Side.PartnerCentral) return baseline.PartnerCentralDate;
        var followed = views.Where(v => v.FollowedSpeaks && salesforce.FollowedDates.ContainsKey(v.Row.Label)).Select(v => Seconds(salesforce.FollowedDates[v.Row.Label])).ToArray();
        return followed.Length > 0 ? followed.Max() : baseline.SalesforceDate;
    }

    private static DateTimeOffset Seconds(DateTimeOffset date) => date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));

    private static void Encode(PlanDraft draft, Snapshot salesforce, Snapshot partnerCentral)
    {
        var unwritable = new HashSet<(Side, string)>();
        foreach (var change in draft.Changes.ToArray())
        {
            var (encoded, hold) = Encoder.Encode(change, draft.Map[change.Row], salesforce, partnerCentral, new CodecContext(Country(draft, change.To, salesforce, partnerCentral)) { Solutions = partnerCentral.Solutions });
            draft.Changes.Remove(change);
            if (encoded is not null) draft.Changes.Add(encoded);
            if (hold is null) continue;
            draft.Holds.Add(hold);
            unwritable.Add((change.To, draft.Map[change.Row].Unit));
        }

        // What decides together goes together.
        draft.Changes.RemoveAll(c => unwritable.Contains((c.To, draft.Map[c.Row].Unit)));
    }

    /// <summary>The country that a side holds once what is decided has arrived there.</summary>
    private static string? Country(PlanDraft draft, Side side, Snapshot salesforce, Snapshot partnerCentral)
    {
        if (draft.Map.Find(Labels.Country) is null) return null;
        if (draft.Changes.FirstOrDefault(c => c.Row == Labels.Country && c.To == side) is { } going) return going.Value;
        return side == Side.Salesforce ? Encoder.Country(draft.Map, salesforce) : partnerCentral[Labels.Country].Canonical ?? draft.Wanted(Labels.Country);
    }

    /// <summary>The loser of a row that one side owns, or that stood apart, is lost when the other value is sent, not each time that it is held.</summary>
    private static bool IsSent(JournalEntry entry, ImmutableArray<Step> steps) => steps is [var first, ..] && first.Changes.Any(c => c.Row == entry.Row);

    /// <summary>What is held, since when. What is not at AWS yet holds nobody up.</summary>
    private static ImmutableDictionary<string, Held> StillHeld(PlanDraft draft, DateTimeOffset now)
    {
        var held = draft.AllHolds().Where(h => h.Kind != HoldKind.NotYet).GroupBy(h => h.Row).Select(g => (Row: g.Key, g.First().Kind, Reason: string.Join("; ", g.Select(h => h.Reason))));
        return held.ToImmutableDictionary(h => h.Row, h => draft.Next.Held.GetValueOrDefault(h.Row) is { } before && (before.Kind, before.Reason) == (h.Kind, h.Reason) ? before : new Held(h.Kind, h.Reason, now));
    }

    /// <summary>What is about to be sent is remembered first; only the first step is sent before the next look at both sides.</summary>
    private static Plan Finish(PlanDraft draft, ImmutableArray<Step> steps, SyncReport report, Snapshot? salesforce, Snapshot partnerCentral, DateTimeOffset now)
    {
        draft.Next = draft.Next with { Held = StillHeld(draft, now), PartnerCentralVersion = partnerCentral.Version };
        var overdue = Overdue(draft, steps, salesforce, partnerCentral, now);
        if (steps is [{ Side: Side.PartnerCentral } next, ..] && salesforce is not null) ClearedMembers.Lose(draft, next, salesforce, partnerCentral);
        if (steps is [var first, ..]) draft.Next = Remember.First(draft.Next, first, salesforce, partnerCentral);
        return new Plan
        {
            Changes = [.. draft.Changes],
            Steps = steps,
            Conflicts = [.. draft.Conflicts],
            Withdrawn = [.. draft.Withdrawn],
            Holds = draft.AllHolds(),
            Journal = [.. draft.Journal.Where(e => e.Cause is not (JournalCause.OwnerWon or JournalCause.StoodApart) || IsSent(e, steps))],
            Report = report,
            Next = draft.Next,
            AgreesByChance = draft.AgreesByChance,
            Overdue = overdue > TimeSpan.Zero ? overdue : TimeSpan.Zero,
        };
    }

    private static TimeSpan Overdue(PlanDraft draft, ImmutableArray<Step> steps, Snapshot? salesforce, Snapshot partnerCentral, DateTimeOffset now)
    {
        if (draft.Next.Intent is { } intent) return Intents.Overdue(intent, draft.Policy, now) is { } asked && steps.All(s => s.Intent is null) ? asked : TimeSpan.Zero;
        DateTimeOffset Now(Side side) => (side == Side.Salesforce ? salesforce : partnerCentral) is { } target ? target.ReadAt + target.Age : now;
        return draft.Next.Sent.Select(s => s.Overdue(Now(s.To), draft.Policy)).DefaultIfEmpty(TimeSpan.Zero).Min();
    }
}
