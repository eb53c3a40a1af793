using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SyncWorker.Adoption;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>What goes into the journal: every decision, losing value, write, refusal and hold, with its cause.</summary>
internal static class Journal
{
    private static readonly JsonSerializerOptions Written = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What was decided, and what is about to be sent because of it.</summary>
    /// <param name="before">What was remembered before the decision.</param>
    /// <param name="view">What both sides were read to hold, with what is remembered now.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyCollection<JournalRecord> Of(Baseline before, View view, Plan plan, DateTimeOffset now)
    {
        var id = view.Link.Id;
        return
        [
            .. plan.Journal.Select(e => Loser(id, e, now)),
            .. plan.Conflicts.Select(c => new JournalRecord(now, id, JournalKind.Decision, c.Row, Detail(new { c.Salesforce, c.PartnerCentral, c.Winner }), null)),
            .. plan.Withdrawn.Select(w => new JournalRecord(now, id, JournalKind.Withdrawn, w.Unit, Detail(new { w.Winner }), null)),
            .. Holds(id, before.Held, plan.Next.Held, now),
            .. plan.Steps is [{ Writes: true } first, ..] ? [Sending(view, first, now)] : Array.Empty<JournalRecord>(),
        ];
    }

    /// <summary>What a step did.</summary>
    public static IReadOnlyCollection<JournalRecord> Of(Link link, Step step, Outcome outcome, string? receipt, FieldMap map, DateTimeOffset now) =>
    [
        Taken(link, step, receipt, now),
        .. Rewritten(link, step, outcome.Next, map, now),
        .. outcome.Journal.Select(e => Loser(link.Id, e, now)),
    ];

    /// <summary>The step was taken.</summary>
    public static JournalRecord Taken(Link link, Step step, string? receipt, DateTimeOffset now) => new(now, link.Id, step.Kind == StepKind.FindOpportunity ? JournalKind.Found : JournalKind.Write, null,
        Detail(new { Step = step.ToString(), step.Side, Receipt = receipt, step.Rule, Rows = Rows(step) }), null);

    public static JournalRecord Refused(Link link, Step step, RemoteException refused, DateTimeOffset now) =>
        new(now, link.Id, JournalKind.Refused, null, Detail(new { Step = step.ToString(), refused.Code, Words = refused.RemoteMessage, refused.RequestId, refused.MayHaveLanded }), null);

    /// <summary>The step was not taken, or nobody knows whether it was.</summary>
    public static JournalRecord NotTaken(Link link, Step step, string kind, RemoteException error, DateTimeOffset now) =>
        new(now, link.Id, kind, null, Detail(new { Step = step.ToString(), error.Code, error.RequestId, error.MayHaveLanded }), null);

    /// <summary>The step was about to be taken, and never left.</summary>
    /// <param name="link">The link.</param>
    /// <param name="step">The step.</param>
    /// <param name="why">Why, in words.</param>
    /// <param name="now">The present.</param>
    public static JournalRecord HeldBack(Link link, Step step, string why, DateTimeOffset now) => new(now, link.Id, JournalKind.Failed, null, Detail(new { Step = step.ToString(), Words = why }), null);

    /// <summary>An operator puts a losing value back. What it replaces can be restored in turn.</summary>
    public static IReadOnlyCollection<JournalRecord> Restoring(JournalRecord entry, string? value, Restoration restoration, View view, DateTimeOffset now) =>
    [
        new JournalRecord(now, entry.LinkId, JournalKind.Restore, entry.Row, Detail(new { Entry = entry.Number, restoration.Was, Value = value, Fields = restoration.Writes.Select(w => w.Key), Version = view.Salesforce?.Version }), null),
        new JournalRecord(now, entry.LinkId, JournalKind.Loser, entry.Row, Detail(new { Place = Place.CoSell, Value = restoration.Was, Cause = JournalCause.Restored, ReplacedBy = value }), null),
    ];

    public static JournalRecord Restored(JournalRecord entry, string? receipt, DateTimeOffset now) =>
        new(now, entry.LinkId, JournalKind.Write, entry.Row, Detail(new { Step = JournalKind.Restore, Side = Side.Salesforce, Receipt = receipt, Entry = entry.Number }), null);

    public static JournalRecord NotRestored(Link link, RemoteException failed, DateTimeOffset now) => new(now, link.Id, failed.Kind == RemoteErrorKind.Stale ? JournalKind.Stale : JournalKind.Refused, null,
        Detail(new { Step = JournalKind.Restore, failed.Code, Words = failed.RemoteMessage, failed.RequestId }), null);

    /// <summary>An opportunity was adopted, or a decision about it was changed.</summary>
    public static JournalRecord Adopted(string id, AdoptionDecision decision, DateTimeOffset now) => new(now, id, JournalKind.Adopted, null, Detail(decision), null);

    /// <summary>What was decided last about an opportunity that was adopted; null where nothing is known.</summary>
    public static AdoptionDecision? Decided(IEnumerable<JournalRecord> journal) =>
        journal.LastOrDefault(j => j.Kind == JournalKind.Adopted) is { } last ? JsonSerializer.Deserialize<AdoptionDecision>(last.Detail, Written) : null;

    /// <summary>The cause of each row, and what both sides were when it was decided: their versions as read, and the dates that the decision went by.</summary>
    private static JournalRecord Sending(View view, Step step, DateTimeOffset now) => new(now, view.Link.Id, JournalKind.Sending, null, Detail(new
    {
        Step = step.ToString(),
        step.Side,
        Id = step.Intent?.Token ?? view.SentTo(step.Side)?.Nonce,
        step.Rule,
        Versions = new { Salesforce = view.Salesforce?.Version, PartnerCentral = view.PartnerCentral?.Documents.GetValueOrDefault(PathRoot.Opportunity)?["LastModifiedDate"]?.GetValue<string>() },
        Dates = new { Salesforce = view.Baseline.SalesforceDate, PartnerCentral = view.Baseline.PartnerCentralDate },
        Rows = Rows(step),
    }), null);

    private static IEnumerable<object> Rows(Step step) =>
    [
        .. step.Changes.Select(c => new { c.Row, c.Was, c.Value, c.Rule, From = From(c.To, c.Part) }),
        .. (step.Intent?.Parts ?? []).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new { Row = p.Key, Was = (string?)null, p.Value.Value, Rule = step.Kind == StepKind.CreateOpportunity ? WriteRule.NewAtAws : step.Rule ?? WriteRule.MadeAtAws, From = From(step.Side, p.Value) }),
    ];

    private static Place From(Side to, SentPart part) => to == Side.Salesforce && !part.Refresh ? Place.PartnerCentral : part.FromFollowed || part.Refresh ? Place.Followed : Place.CoSell;

    /// <summary>A list of which the other side still gets its part is accounted for by halves, and tells nothing of this.</summary>
    private static IEnumerable<JournalRecord> Rewritten(Link link, Step step, Baseline after, FieldMap map, DateTimeOffset now) =>
        from change in step.Changes
        where step.Entity is null && !change.Part.Refresh && !map[change.Row].Codec.IsList && !after.Sent.Any(s => s.Parts.ContainsKey(change.Row))
        let holds = change.To == Side.Salesforce ? after[change.Row].CoSell.Canonical : after[change.Row].PartnerCentral.Canonical
        where holds != change.Value
        select Stands(link.Id, change.Row, change.To == Side.Salesforce ? new AcceptedDifference("Salesforce rewrote what it got", holds, change.Value) : new AcceptedDifference("Partner Central rewrote what it got", change.Value, holds), now);

    /// <summary>A difference that is meant.</summary>
    public static JournalRecord Stands(string id, string row, AcceptedDifference difference, DateTimeOffset now) => new(now, id, JournalKind.Stands, row, Detail(difference), null);

    /// <summary>The differences of a link that are meant, by row: the last word on each.</summary>
    public static IReadOnlyDictionary<string, AcceptedDifference> Accepted(IEnumerable<JournalRecord> journal)
    {
        var accepted = new Dictionary<string, AcceptedDifference>();
        foreach (var record in journal.Where(j => j.Kind == JournalKind.Stands)) accepted[record.Row!] = JsonSerializer.Deserialize<AcceptedDifference>(record.Detail, Written)!;
        return accepted;
    }

    private static IEnumerable<JournalRecord> Holds(string id, ImmutableDictionary<string, Held> before, ImmutableDictionary<string, Held> after, DateTimeOffset now) =>
    [
        .. after.Where(h => before.GetValueOrDefault(h.Key) != h.Value).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => Hold(id, JournalKind.Hold, h.Key, h.Value, now)),
        .. before.Where(h => !after.ContainsKey(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => Hold(id, JournalKind.HoldEnded, h.Key, h.Value, now)),
    ];

    private static JournalRecord Hold(string id, string kind, string row, Held held, DateTimeOffset now) =>
        new(now, id, kind, row.Length == 0 ? null : row, Detail(new { held.Kind, held.Reason }), null);

    private static JournalRecord Loser(string id, JournalEntry entry, DateTimeOffset now) =>
        new(now, id, JournalKind.Loser, entry.Row, Detail(new { entry.Place, entry.Value, entry.Cause, entry.ReplacedBy }), entry.Ref);

    private static string Detail(object detail) => JsonSerializer.Serialize(detail, Written);
}
