using Microsoft.Extensions.Options;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Auditing;

/// <summary>Compares both sides for every link and says what differs without a recorded reason. Writes to neither side. Between two deals the passes get their turn.</summary>
internal sealed class Auditor(ListedSides sides, Connection connection, Settler settler, ISyncStore store, Metrics metrics, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Auditor> logger)
{
    /// <summary>Audits.</summary>
    /// <param name="full">Whether every deal is read on both sides, instead of those alone of which the lists leave a doubt.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RemoteException">A side could not be read. A deal that alone cannot be read keeps the others from nothing.</exception>
    public async Task<AuditReport> RunAsync(bool full, CancellationToken cancellation)
    {
        var listing = await connection.DoAsync(c => sides.CompareAsync(full, Grace, c), cancellation);
        var (each, drifts, unread) = (new OneByOne(), new List<Drift>(), new List<UnreadDeal>());
        foreach (var id in listing.Suspects)
        {
            if (await each.TryAsync(async () => drifts.AddRange(await connection.DoAsync(c => LookAsync(id, c), cancellation))) is { } error && await store.GetAsync(id, cancellation) is { } state)
                unread.Add(new UnreadDeal(state.Link, error));
        }

        drifts.AddRange(listing.RecordsWithoutLink.Select(r => new Drift(DriftKind.RecordWithoutLink, null, r, null, null, "no link knows the co-sell record")));
        drifts.AddRange(listing.OpportunitiesWithoutLink.Select(o => new Drift(DriftKind.OpportunityWithoutLink, null, null, o["Id"]!.GetValue<string>(), null, "no link knows the opportunity")));
        var report = new AuditReport(listing.Links, listing.Records, listing.Opportunities, listing.Suspects.Count - unread.Count, [.. drifts], [.. unread]);
        Tell(report);
        return report;
    }

    /// <summary>What changed within the polls' overlap may not have been polled yet.</summary>
    private TimeSpan Grace => options.CurrentValue.PollOverlap;

    private async Task<IReadOnlyList<Drift>> LookAsync(string id, CancellationToken cancellation)
    {
        if (await store.GetAsync(id, cancellation) is not { } state) return [];
        var look = await settler.LookOnlyAsync(state, null, cancellation);
        return new AuditedDeal(state, look, Journal.Accepted(await store.JournalAsync(id, cancellation)), Grace, time.GetUtcNow()).Drifts();
    }

    private void Tell(AuditReport report)
    {
        metrics.Audited(report.Drifts.Length, report.Unread.Length);
        foreach (var drift in report.Drifts) Log.Drifted(logger, drift.Kind, drift.Row, drift.LinkId, drift.OpportunityId, drift.RecordId, drift.Words);
        foreach (var deal in report.Unread) Log.AuditUnread(logger, UnquotedException.Of(deal.Error), deal.Link.Id, deal.Link.OpportunityId);
        if (report.Drifts.IsEmpty && report.Unread.IsEmpty) Log.AuditedWithoutDrift(logger, report.Links, report.Read);
        else Log.AuditedWithDrift(logger, report.Links, report.Read, report.Drifts.Length, report.Unread.Length);
    }
}
