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
    /// <exception cref="RemoteException">A side could not be read.</exception>
    public async Task<AuditReport> RunAsync(bool full, CancellationToken cancellation)
    {
        var listing = await connection.DoAsync(c => sides.CompareAsync(full, Grace, c), cancellation);
        var drifts = new List<Drift>();
        foreach (var id in listing.Suspects) drifts.AddRange(await connection.DoAsync(c => LookAsync(id, c), cancellation));
        drifts.AddRange(listing.RecordsWithoutLink.Select(r => new Drift(DriftKind.RecordWithoutLink, null, r, null, null, "no link knows the co-sell record")));
        drifts.AddRange(listing.OpportunitiesWithoutLink.Select(o => new Drift(DriftKind.OpportunityWithoutLink, null, null, o["Id"]!.GetValue<string>(), null, "no link knows the opportunity")));
        Tell(listing, drifts);
        return new AuditReport(listing.Links, listing.Records, listing.Opportunities, listing.Suspects.Count, [.. drifts]);
    }

    /// <summary>What changed within the polls' overlap may not have been polled yet.</summary>
    private TimeSpan Grace => options.CurrentValue.PollOverlap;

    private async Task<IReadOnlyList<Drift>> LookAsync(string id, CancellationToken cancellation)
    {
        if (await store.GetAsync(id, cancellation) is not { } state) return [];
        var look = await settler.LookOnlyAsync(state, null, cancellation);
        return new AuditedDeal(state, look, Journal.Accepted(await store.JournalAsync(id, cancellation)), Grace, time.GetUtcNow()).Drifts();
    }

    private void Tell(Listing listing, List<Drift> drifts)
    {
        metrics.Audited(drifts.Count);
        foreach (var drift in drifts) Log.Drifted(logger, drift.Kind, drift.Row, drift.LinkId, drift.OpportunityId, drift.RecordId, drift.Words);
        if (drifts.Count == 0) Log.AuditedWithoutDrift(logger, listing.Links, listing.Suspects.Count);
        else Log.AuditedWithDrift(logger, listing.Links, listing.Suspects.Count, drifts.Count);
    }
}
