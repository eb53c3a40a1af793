using SyncWorker.Braking;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Connections;

/// <summary>
/// One Salesforce org, one Partner Central account, one field map: what the schedule calls, and what the simulation calls. Its passes take turns, so that a poll never sees half of what a
/// settle is doing. Once the host stops nothing more is begun, and what is under way may finish.
/// </summary>
internal sealed class Connection(
    SalesforcePoll salesforce, PartnerCentralPoll partnerCentral, SolutionList solutions, Drain drain, RightOrg org, OrgFields fields, UsageCeiling ceiling, Mode mode, Brakes brakes, MapHolder maps, IHostApplicationLifetime? host = null) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Whoever runs the passes without a host, such as the simulation, ends them by their token.
    private readonly CancellationToken _stopping = host?.ApplicationStopping ?? CancellationToken.None;
    private TakenOverException? _lost;

    /// <summary>Whether the host is stopping.</summary>
    public bool IsStopping => _stopping.IsCancellationRequested;

    public Task PollSalesforceAsync(CancellationToken cancellation) => InTurnAsync(c => WithFieldsAsync(salesforce.RunAsync, c), cancellation);

    public Task PollPartnerCentralAsync(CancellationToken cancellation) => InTurnAsync(partnerCentral.RunAsync, cancellation);

    public Task SweepAsync(CancellationToken cancellation) => InTurnAsync(async c =>
    {
        await solutions.RefreshAsync(c);
        await partnerCentral.SweepAsync(c);
        await WithFieldsAsync(salesforce.SweepAsync, c);
        await partnerCentral.ListAsync(c);
    }, cancellation);

    /// <summary>Something that a person asks for, with a map that fits the org and in no other pass's way.</summary>
    public async Task<T> DoAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        T done = default!;
        await InTurnAsync(turn => WithFieldsAsync(async c => done = await act(c), turn), cancellation);
        return done;
    }

    /// <summary>Settles for one turn.</summary>
    /// <returns>Whether there is more to settle at once.</returns>
    public async Task<bool> DrainAsync(CancellationToken cancellation)
    {
        var hasMore = false;
        await InTurnAsync(async turn =>
        {
            // What is due while the connection observes stays due.
            if ((await mode.EnterAsync(turn)).IsLive) await WithFieldsAsync(async c => hasMore = await drain.RunAsync(c, _stopping), turn);
        }, cancellation);
        return hasMore;
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>What reads co-sell records does so by a map that fits the org. A field that is gone in the middle leaves its row out, and the pass begins anew. Where it is more than a field, nothing goes on.</summary>
    private async Task WithFieldsAsync(Func<CancellationToken, Task> pass, CancellationToken cancellation)
    {
        await ceiling.EnterAsync(cancellation);
        await fields.EnterAsync(cancellation);
        try
        {
            await pass(cancellation);
        }
        catch (RemoteException gone) when (SalesforceErrors.IsOfTheOrg(gone))
        {
            if (!await fields.LookAgainAsync(cancellation)) throw;
            await pass(cancellation);
        }
    }

    private async Task InTurnAsync(Func<CancellationToken, Task> pass, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Whoever was taken over begins nothing more, and asks neither side for anything.
            if (_lost is not null) throw _lost;
            _stopping.ThrowIfCancellationRequested();
            maps.Enter();
            await brakes.EnterAsync(cancellation);
            await org.EnterAsync(cancellation);
            await pass(cancellation);
        }
        catch (TakenOverException lost)
        {
            _lost = lost;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}
