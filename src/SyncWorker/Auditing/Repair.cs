using System.Text.Json;
using SyncWorker.Hosting;
using SyncWorker.Polling;
using SyncWorker.State;

namespace SyncWorker.Auditing;

/// <summary>
/// Brings drift before the ordinary settle, which decides: a false account is forgotten, what nobody marked is marked due, what no link knows gets one. Writes to neither side, and once more
/// is harmless.
/// </summary>
internal sealed class Repair(ISyncStore store, MapHolder maps, SalesforcePoll salesforce, PartnerCentralPoll partnerCentral, TimeProvider time)
{
    /// <returns>What was done, one line each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(AuditReport report, CancellationToken cancellation)
    {
        var done = new List<string>();
        foreach (var deal in report.Drifts.Where(d => d.LinkId is not null).GroupBy(d => d.LinkId!)) done.Add(await DealAsync(deal.Key, [.. deal], cancellation));
        if (report.Drifts.Any(d => d.Kind == DriftKind.RecordWithoutLink))
        {
            await salesforce.SweepAsync(cancellation);
            done.Add("Co-sell records without a link got one, and are due.");
        }

        foreach (var opportunity in report.Drifts.Where(d => d.Kind == DriftKind.OpportunityWithoutLink).Select(d => d.OpportunityId!))
            done.Add(await partnerCentral.LinkAsync(opportunity, cancellation) is { } link ? $"{opportunity}: linked as {link}, and due." : $"{opportunity}: may be what an open create or acceptance made, and waits for that.");
        return done;
    }

    private async Task<string> DealAsync(string id, Drift[] drifts, CancellationToken cancellation)
    {
        var units = drifts.Where(d => d.Kind == DriftKind.Unexplained).Select(d => maps.Current[d.Row!].Unit).ToHashSet();
        var rows = maps.Current.Rows.Where(r => units.Contains(r.Unit)).Select(r => r.Label).ToArray();
        var detail = JsonSerializer.Serialize(new { Repair = rows.Length > 0 ? "forgotten and marked due" : "marked due", Kinds = drifts.Select(d => d.Kind.ToString()).Distinct(), Rows = rows });
        JournalRecord[] journal = [new(time.GetUtcNow(), id, JournalKind.Audit, null, detail, null)];
        await store.ChangeBaselineAsync(id, baseline => baseline with { Rows = baseline.Rows.RemoveRange(rows), Decisions = baseline.Decisions.RemoveRange(units) }, journal, cancellation);
        await store.MarkAsync([new Mark(id, Priority.Edit)], cancellation);
        return rows.Length > 0 ? $"{id}: what was accounted for {string.Join(", ", rows)} is forgotten, and it is due." : $"{id}: due.";
    }
}
