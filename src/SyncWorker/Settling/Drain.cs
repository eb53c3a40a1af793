using Microsoft.Extensions.Options;
using SyncWorker.Braking;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>Settles what is due, highest priority first. One opportunity's failure never stops the others; a side that refuses the worker itself does.</summary>
internal sealed class Drain(
    Settler settler, SalesforceSide salesforce, ISyncStore store, Brakes brakes, MapTrial trial, Parking parking, Seen seen, Metrics metrics, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Drain> logger)
{
    // One query reads as many as fit well into its address.
    private const int ReadTogether = 96;

    // At one write a second a backlog takes its time: the polls get their turn in between, so that what is worth more overtakes it.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(30);

    private bool _wasDenied;
    private RemoteException? _turnedAway;

    /// <summary>Settles for one turn.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="stopping">Begins no other link; those begun are settled.</param>
    /// <returns>Whether there is more to settle at once.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation, CancellationToken stopping = default)
    {
        (_wasDenied, _turnedAway) = (false, null);
        if (brakes.IsCounting) return false;
        var (failed, settled, end) = (0, 0, time.GetUtcNow() + Turn);
        if (!await trial.IsOverAsync(end, cancellation)) return true;
        var only = (await store.ConnectionAsync(cancellation)).Only;
        var batch = await store.DueAsync(time.GetUtcNow(), options.CurrentValue.DrainBatch, only, cancellation);
        foreach (var together in batch.Chunk(ReadTogether).TakeWhile(_ => time.GetUtcNow() < end && !stopping.IsCancellationRequested))
        {
            var ahead = await ReadAheadAsync(together, cancellation);
            var (tried, lost) = await SettleAsync(together.TakeWhile(_ => time.GetUtcNow() < end && !stopping.IsCancellationRequested), ahead, cancellation);
            (settled, failed) = (settled + tried, failed + lost);
        }

        if (failed > 0) Log.DrainFailed(logger, failed);
        metrics.DueLinks(await store.DueCountAsync(cancellation));
        return settled < batch.Count || settled == options.CurrentValue.DrainBatch;
    }

    /// <summary>Settles several links, whose updates of co-sell records go together.</summary>
    /// <returns>How many were begun, and how many of them failed.</returns>
    private async Task<(int Begun, int Failed)> SettleAsync(IEnumerable<LinkState> together, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var (begun, failed) = (0, 0);
        List<Settlement> waiting = [], alone = [];
        try
        {
            foreach (var due in together.TakeWhile(_ => _turnedAway is null))
            {
                begun++;
                failed += await TryAsync(due, async () =>
                {
                    var settlement = await settler.BeginAsync(due, ahead, cancellation);

                    // What failed before takes no others down with it.
                    if (settlement.IsWaiting) (due.Failures > 0 ? alone : waiting).Add(settlement);
                    return settlement;
                }, cancellation);
                if (waiting.Count == SalesforceClient.UpdatesPerComposite || IsPressing(waiting)) failed += await UpdateAsync(waiting, cancellation);
                while (alone.Count > 0) failed += await UpdateAsync(alone, cancellation);
            }

            // What AWS turns away keeps nothing from Salesforce that was decided before.
            while (waiting.Count > 0) failed += await UpdateAsync(waiting, cancellation);
            return _turnedAway is null ? (begun, failed) : throw _turnedAway;
        }
        catch (RemoteException)
        {
            // Salesforce turns the worker away. What waited for its turn was not sent, and is not to be taken for sent.
            await HoldBackAsync([.. waiting, .. alone], Settled.Open, cancellation);
            throw;
        }
    }

    /// <summary>Whether half of the time is over in which the first update must be sent.</summary>
    private bool IsPressing(List<Settlement> waiting) => waiting is [var first, ..] && first.View.SendBy - time.GetUtcNow() < SentWrite.SendBy / 2;

    /// <summary>The co-sell records of several links by one query; null where that failed: then each is read, and fails, by itself.</summary>
    private async Task<IReadOnlyDictionary<string, SideRecord>?> ReadAheadAsync(LinkState[] due, CancellationToken cancellation)
    {
        try
        {
            return await salesforce.ReadManyAsync([.. due.Select(d => d.Link.RecordId).OfType<string>()], cancellation);
        }
        catch (RemoteException error) when (!IsAboutAll(error))
        {
            Log.ReadAheadFailed(logger, error.Code, error.RemoteMessage);
            return null;
        }
    }

    /// <summary>Sends the updates that settlements wait for, by one call, and goes on with each. Those that want another update wait again.</summary>
    /// <returns>How many failed.</returns>
    private async Task<int> UpdateAsync(List<Settlement> waiting, CancellationToken cancellation)
    {
        var (failed, going) = (0, waiting.ToArray());
        waiting.Clear();
        if (brakes.Held is not null) return await HoldBackAsync(going, Settled.Braked(settler.HeldUntil), cancellation);
        var answers = await AnswersAsync(going, cancellation);
        foreach (var (settlement, answer) in going.Zip(answers))
        {
            failed += await TryAsync(settlement.Due, async () =>
            {
                await settler.UpdatedAsync(settlement, () => answer, cancellation);
                if (settlement.IsWaiting) waiting.Add(settlement);
                return settlement;
            }, cancellation);
        }

        return failed;
    }

    private async Task<int> HoldBackAsync(Settlement[] going, Settled end, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var settlement in going)
        {
            failed += await TryAsync(settlement.Due, async () =>
            {
                await settler.HoldBackAsync(settlement, end, cancellation);
                return settlement;
            }, cancellation);
        }

        return failed;
    }

    /// <summary>Without an answer to the call, each of its updates is without one.</summary>
    private async Task<IEnumerable<Task<Delivery>>> AnswersAsync(Settlement[] going, CancellationToken cancellation)
    {
        try
        {
            return await salesforce.UpdateAsync([.. going.Select(s => (s.View, s.Update!))], cancellation);
        }
        catch (RemoteException failed)
        {
            return going.Select(_ => Task.FromException<Delivery>(failed));
        }
    }

    /// <returns>1 where it failed.</returns>
    private async Task<int> TryAsync(LinkState due, Func<Task<Settlement>> settle, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        try
        {
            var settlement = await settle();
            _wasDenied = false;
            if (settlement.End is not { } end) return 0;
            parking.Settled(due.Link.Id);
            metrics.Settled(time.GetElapsedTime(start), null);
            await EndAsync(settlement, end, cancellation);
            return 0;
        }
        catch (RemoteException denied) when (denied.Code == PartnerCentralErrors.AccessDenied)
        {
            // AWS denies access to one opportunity in the same words as to all: when it denies the next one too, it is about the worker, unless that was let pass for others meanwhile.
            metrics.Settled(time.GetElapsedTime(start), denied.Code);
            if (await parking.FailedAsync(due, denied, cancellation)) return 1;
            if (_wasDenied) _turnedAway = denied;
            _wasDenied = true;
            return 1;
        }
        catch (RemoteException error) when (IsAboutAll(error))
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
            return 0;
        }
        catch (Exception error) when (error is not TakenOverException && (error is not OperationCanceledException || !cancellation.IsCancellationRequested))
        {
            metrics.Settled(time.GetElapsedTime(start), (error as RemoteException)?.Code ?? error.GetType().Name);
            await parking.FailedAsync(due, error, cancellation);
            return 1;
        }
    }

    private async Task EndAsync(Settlement settlement, Settled end, CancellationToken cancellation)
    {
        var (id, upTo) = (settlement.Due.Link.Id, settlement.Due.Due);
        if (!end.IsDone)
        {
            await store.DelayAsync(id, settlement.Due.Failures, end.NotBefore ?? time.GetUtcNow() + options.CurrentValue.OpenDelay, cancellation);
            return;
        }

        // What was settled as it stands is no news when a poll reads it.
        await store.ClearAsync(id, upTo, cancellation);
        if (settlement.View.Salesforce?.Record is { } record) seen.Note(record["Id"]!.GetValue<string>(), RecordContent.Of(record));
    }

    /// <summary>The worker is not let in, the org's calls of the day are used up, or the org does not hold what is asked for.</summary>
    private static bool IsAboutAll(RemoteException error) => error.Kind == RemoteErrorKind.Unauthorised || error is { Api: "Salesforce", Kind: RemoteErrorKind.Throttled } || SalesforceErrors.IsOfTheOrg(error);
}
