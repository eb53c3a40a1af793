using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>Settles what is due, highest priority first. One opportunity's failure never stops the others; a side that refuses the worker itself does.</summary>
internal sealed class Drain(Settler settler, ISyncStore store, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Drain> logger)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var due in await store.DueAsync(time.GetUtcNow(), options.CurrentValue.DrainBatch, cancellation))
        {
            try
            {
                var settled = await settler.SettleAsync(due, cancellation);
                if (settled.IsDone) await store.ClearAsync(due.Link.Id, due.Due, cancellation);
                else await store.DelayAsync(due.Link.Id, 0, settled.NotBefore ?? time.GetUtcNow() + options.CurrentValue.OpenDelay, cancellation);
            }
            catch (RemoteException error) when (error.Kind == RemoteErrorKind.Unauthorised)
            {
                // No other opportunity would fare better.
                throw;
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failed++;
                var delay = Backoff(due.Failures + 1);
                Log.SettleFailed(logger, error, due.Link.Id, due.Link.OpportunityId, due.Failures + 1, delay);
                await store.DelayAsync(due.Link.Id, due.Failures + 1, time.GetUtcNow() + delay, cancellation);
            }
        }

        if (failed > 0) Log.DrainFailed(logger, failed);
    }

    private TimeSpan Backoff(int failures)
    {
        var longest = options.CurrentValue.RetryDelayMax;
        return failures >= 16 ? longest : TimeSpan.FromTicks(Math.Min(longest.Ticks, options.CurrentValue.RetryDelay.Ticks << (failures - 1)));
    }
}
