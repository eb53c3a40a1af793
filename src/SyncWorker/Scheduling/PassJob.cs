using Quartz;
using SyncWorker.Auditing;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.Scheduling;

/// <summary>The thin edge between Quartz and a connection. A pass that fails is logged once and shows in health; the schedule goes on.</summary>
[DisallowConcurrentExecution]
internal sealed class PassJob(Connection connection, Auditor auditor, Passes passes, Ownership ownership, TimeProvider time, ILogger<PassJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var pass = Enum.Parse<Pass>(context.JobDetail.Key.Name);
        try
        {
            // A backlog does not wait for the schedule; between two turns the other passes get theirs.
            bool hasMore;
            do
            {
                hasMore = await RunAsync(pass, cancellationToken);
                passes.Succeeded(pass, time.GetUtcNow());
            }
            while (hasMore && !connection.IsStopping);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || connection.IsStopping)
        {
            // The host is stopping; what was not done stays due.
        }
        catch (TakenOverException lost)
        {
            passes.Failed(pass, time.GetUtcNow(), lost);
            ownership.Lose(lost);
        }
        catch (ConnectionStoppedException stopped)
        {
            passes.Failed(pass, time.GetUtcNow(), stopped);
        }
        catch (RemoteException error)
        {
            // What the remote said is all there is to know; where in our code it was heard is not news.
            passes.Failed(pass, time.GetUtcNow(), error);
            if (!error.WasTold) Log.PassRefused(logger, pass, error.Operation, error.Code, error.IsAboutTheWorker ? error.RemoteMessage : "tried again on schedule");
        }
        catch (Exception error)
        {
            passes.Failed(pass, time.GetUtcNow(), error);
            Log.PassFailed(logger, UnquotedException.Of(error), pass);
        }
    }

    private async Task<bool> RunAsync(Pass pass, CancellationToken cancellation)
    {
        if (pass == Pass.Drain) return await connection.DrainAsync(cancellation);
        await (pass switch
        {
            Pass.PollSalesforce => connection.PollSalesforceAsync(cancellation),
            Pass.PollPartnerCentral => connection.PollPartnerCentralAsync(cancellation),
            Pass.Audit => auditor.RunAsync(full: false, cancellation),
            _ => connection.SweepAsync(cancellation),
        });
        return false;
    }
}
