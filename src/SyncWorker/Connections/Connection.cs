using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Settling;

namespace SyncWorker.Connections;

/// <summary>
/// One Salesforce org, one Partner Central account, one field map: what the schedule calls, and what the simulation calls. Its passes take turns, so that a poll never sees half of what a
/// settle is doing.
/// </summary>
internal sealed class Connection(SalesforcePoll salesforce, PartnerCentralPoll partnerCentral, SolutionList solutions, Drain drain) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public Task PollSalesforceAsync(CancellationToken cancellation) => InTurnAsync(salesforce.RunAsync, cancellation);

    public Task PollPartnerCentralAsync(CancellationToken cancellation) => InTurnAsync(partnerCentral.RunAsync, cancellation);

    public Task SweepAsync(CancellationToken cancellation) => InTurnAsync(async c =>
    {
        await solutions.RefreshAsync(c);
        await salesforce.SweepAsync(c);
        await partnerCentral.SweepAsync(c);
    }, cancellation);

    /// <summary>Settles for one turn.</summary>
    /// <returns>Whether there is more to settle at once.</returns>
    public async Task<bool> DrainAsync(CancellationToken cancellation)
    {
        var hasMore = false;
        await InTurnAsync(async c => hasMore = await drain.RunAsync(c), cancellation);
        return hasMore;
    }

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<CancellationToken, Task> pass, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await pass(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }
}
