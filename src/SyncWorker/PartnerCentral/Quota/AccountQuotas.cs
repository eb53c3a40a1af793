using Microsoft.Extensions.Options;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.PartnerCentral.Quota;

/// <summary>The account's two quotas. They outlive the handlers, which the client factory replaces now and then.</summary>
internal sealed class AccountQuotas : IDisposable
{
    // Counted ahead, a block lasts for ten seconds of a backlog.
    private const int SecondsAhead = 10;

    private readonly CallQuota _reads;
    private readonly CallQuota _writes;

    public AccountQuotas(IOptions<PartnerCentralOptions> options, ISyncStore store, Metrics metrics, TimeProvider time, ILogger<CallQuota> logger)
    {
        var account = options.Value;
        CallQuota Of(CallKind kind, double perSecond, int perDay) => new(
            kind, new Pacer(perSecond, time), new Ledger($"Partner Central {kind}", (int)Math.Max(1, perSecond * SecondsAhead), store, time), (int)(perDay * account.QuotaShare), metrics, time, logger);
        _reads = Of(CallKind.Read, account.ReadsPerSecond, account.ReadsPerDay);
        _writes = Of(CallKind.Write, account.WritesPerSecond, account.WritesPerDay);
        metrics.Observe(this);
    }

    /// <summary>Both.</summary>
    public IEnumerable<CallQuota> All => [_reads, _writes];

    /// <summary>The quota of a kind of calls.</summary>
    public CallQuota this[CallKind kind] => kind == CallKind.Read ? _reads : _writes;

    public void Dispose()
    {
        _reads.Dispose();
        _writes.Dispose();
    }
}
