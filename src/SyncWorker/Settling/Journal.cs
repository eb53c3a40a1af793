using System.Text.Json;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>What goes into the journal: every decision, losing value and write, with its cause.</summary>
internal static class Journal
{
    public static IReadOnlyCollection<JournalRecord> Of(Link link, Plan plan, DateTimeOffset now) =>
    [
        .. plan.Journal.Select(e => Loser(link, e, now)),
        .. plan.Conflicts.Select(c => new JournalRecord(now, link.Id, "decision", c.Row, Detail(new { c.Salesforce, c.PartnerCentral, Winner = c.Winner.ToString() }), null)),
    ];

    public static IReadOnlyCollection<JournalRecord> Of(Link link, Step step, Outcome outcome, DateTimeOffset now) =>
    [
        new JournalRecord(now, link.Id, "write", null, Detail(new { Step = step.ToString(), Rows = step.Changes.Select(c => new { c.Row, c.Was, c.Value }) }), null),
        .. outcome.Journal.Select(e => Loser(link, e, now)),
    ];

    public static JournalRecord Refused(Link link, Step step, RemoteException refused, DateTimeOffset now) =>
        new(now, link.Id, "refused", null, Detail(new { Step = step.ToString(), refused.Code, Words = refused.RemoteMessage, refused.RequestId }), null);

    private static JournalRecord Loser(Link link, JournalEntry entry, DateTimeOffset now) =>
        new(now, link.Id, "loser", entry.Row, Detail(new { Place = entry.Place.ToString(), entry.Value, Cause = entry.Cause.ToString(), entry.ReplacedBy }), entry.Ref);

    private static string Detail(object detail) => JsonSerializer.Serialize(detail);
}
