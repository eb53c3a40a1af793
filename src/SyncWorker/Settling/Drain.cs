using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>Settles what is due, highest priority first. One opportunity's failure never stops the others; a side that refuses the worker itself does.</summary>
internal sealed class Drain(Settler settler, SalesforceSide salesforce, ISyncStore store, Metrics metrics, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Drain> logger)
{
    // Few enough that what was read ahead is seldom old when its turn comes.
    private const int ReadTogether = 25;

    // At one write a second a backlog takes its time: the polls get their turn in between, so that what is worth more overtakes it.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    private bool _wasDenied;

    /// <summary>Settles for one turn.</summary>
    /// <returns>Whether there is more to settle at once.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        _wasDenied = false;
        var (failed, settled, end) = (0, 0, time.GetUtcNow() + Turn);
        var batch = await store.DueAsync(time.GetUtcNow(), options.CurrentValue.DrainBatch, cancellation);
        foreach (var together in batch.Chunk(ReadTogether).TakeWhile(_ => time.GetUtcNow() < end))
        {
            var ahead = await ReadAheadAsync(together, cancellation);
            foreach (var due in together.TakeWhile(_ => time.GetUtcNow() < end))
            {
                settled++;
                failed += await SettleAsync(due, ahead, cancellation) ? 0 : 1;
            }
        }

        if (failed > 0) Log.DrainFailed(logger, failed);
        metrics.DueLinks(await store.DueCountAsync(cancellation));
        return settled < batch.Count || settled == options.CurrentValue.DrainBatch;
    }

    /// <summary>The co-sell records of several links by one query; null where that failed: then each is read, and fails, by itself.</summary>
    private async Task<IReadOnlyDictionary<string, SideRecord>?> ReadAheadAsync(LinkState[] due, CancellationToken cancellation)
    {
        try
        {
            return await salesforce.ReadManyAsync([.. due.Select(d => d.Link.RecordId).OfType<string>()], cancellation);
        }
        catch (RemoteException error) when (error.Kind != RemoteErrorKind.Unauthorised && error.Code != SalesforceErrors.InvalidField)
        {
            Log.ReadAheadFailed(logger, error.Code, error.RemoteMessage);
            return null;
        }
    }

    private async Task<bool> SettleAsync(LinkState due, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        try
        {
            var settled = await settler.SettleAsync(due, ahead, cancellation);
            metrics.Settled(time.GetElapsedTime(start), null);
            if (settled.IsDone) await store.ClearAsync(due.Link.Id, due.Due, cancellation);
            else await store.DelayAsync(due.Link.Id, 0, settled.NotBefore ?? time.GetUtcNow() + options.CurrentValue.OpenDelay, cancellation);
            _wasDenied = false;
            return true;
        }
        catch (RemoteException error) when (error.Kind == RemoteErrorKind.Unauthorised && !MayBeThisOneAlone(error))
        {
            // No other opportunity would fare better.
            throw;
        }
        catch (RemoteException error) when (error is { Kind: RemoteErrorKind.Throttled, RetryAt: not null })
        {
            metrics.Settled(time.GetElapsedTime(start), error.Code);

            // Not its fault: it waits without having failed, and what needs no such call goes on.
            Log.PutOff(logger, due.Link.Id, due.Link.OpportunityId, error.RetryAt.Value, error.Operation, error.Code);
            await store.DelayAsync(due.Link.Id, due.Failures, error.RetryAt.Value, cancellation);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            metrics.Settled(time.GetElapsedTime(start), (error as RemoteException)?.Code ?? error.GetType().Name);
            var delay = Backoff(due.Failures + 1);
            Log.SettleFailed(logger, UnquotedException.Of(error), due.Link.Id, due.Link.OpportunityId, due.Failures + 1, delay);
            await store.DelayAsync(due.Link.Id, due.Failures + 1, time.GetUtcNow() + delay, cancellation);
            return false;
        }
    }

    /// <summary>AWS denies access to one opportunity in the same words as to all: only when it denies the next one too is it about the worker.</summary>
    private bool MayBeThisOneAlone(RemoteException error)
    {
        var isFirst = error.Code == "AccessDeniedException" && !_wasDenied;
        _wasDenied = true;
        return isFirst;
    }

    private TimeSpan Backoff(int failures)
    {
        var longest = options.CurrentValue.RetryDelayMax;
        return failures >= 16 ? longest : TimeSpan.FromTicks(Math.Min(longest.Ticks, options.CurrentValue.RetryDelay.Ticks << (failures - 1)));
    }
}
