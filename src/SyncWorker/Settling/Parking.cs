using System.Data.Common;
using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>
/// What becomes of an opportunity that could not be settled: it is tried again, after a wait that grows. One that keeps failing by itself is parked: it waits for a person. A failure of the
/// connection parks nothing, however long it lasts.
/// </summary>
internal sealed class Parking(Settler settler, Alone alone, ISyncStore store, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Parking> logger)
{
    /// <summary>Notes a failure.</summary>
    /// <returns>Whether it is the opportunity's own.</returns>
    public async Task<bool> FailedAsync(LinkState due, Exception error, CancellationToken cancellation)
    {
        var (id, failures, now) = (due.Link.Id, due.Failures + 1, time.GetUtcNow());
        var isItsOwn = IsItsOwn(error) || (error is RemoteException passing && MayBeAlone(passing) && alone.Failed(id, passing));
        var parks = isItsOwn && due.OwnFailures + 1 >= options.CurrentValue.Tries;
        var delay = Backoff(failures);
        if (!isItsOwn) await store.DelayAsync(id, failures, now + delay, cancellation);
        else await store.FailAsync(id, failures, now, parks ? null : now + delay, cancellation);

        if (!parks) Log.SettleFailed(logger, UnquotedException.Of(error), id, due.Link.OpportunityId, failures, delay);
        else if (due.ParkedAt is null)
        {
            Log.Parked(logger, UnquotedException.Of(error), id, due.Link.OpportunityId, failures);
            await TellAsync(id, failures, cancellation);
        }

        return isItsOwn;
    }

    /// <summary>An opportunity was settled: what failed before is over.</summary>
    public void Settled(string linkId) => alone.Settled(linkId);

    /// <summary>Neither an outage, nor a refused sign-in, nor a used-up quota, nor the store: those would fail any other opportunity too.</summary>
    public static bool IsItsOwn(Exception error) => error is RemoteException remote
        ? remote.Kind is not (RemoteErrorKind.Transient or RemoteErrorKind.Throttled or RemoteErrorKind.Unauthorised)
        : error is not (DbException or IOException or OperationCanceledException);

    /// <summary>What may fail one opportunity alone, in the same words as all of them.</summary>
    private static bool MayBeAlone(RemoteException error) => error.Kind == RemoteErrorKind.Transient || error.Code == PartnerCentralErrors.AccessDenied;

    private async Task TellAsync(string id, int failures, CancellationToken cancellation)
    {
        try
        {
            await settler.TellParkedAsync(id, $"Could not be synchronised {failures} times in a row, and is left alone now. Change it, or ask your admin for: syncworker retry {id}", cancellation);
        }
        catch (Exception untold) when (untold is not TakenOverException && (untold is not OperationCanceledException || !cancellation.IsCancellationRequested))
        {
            // Status and log tell it.
            Log.ParkedUntold(logger, id, (untold as RemoteException)?.Code ?? untold.GetType().Name);
        }
    }

    private TimeSpan Backoff(int failures)
    {
        var longest = options.CurrentValue.RetryDelayMax;
        return failures >= 16 ? longest : TimeSpan.FromTicks(Math.Min(longest.Ticks, options.CurrentValue.RetryDelay.Ticks << (failures - 1)));
    }
}
