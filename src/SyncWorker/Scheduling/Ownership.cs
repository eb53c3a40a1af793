using System.Data.Common;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Scheduling;

/// <summary>
/// That this process works for the connection, and no other. Whoever starts takes over at once, so that one that was killed is followed without a wait; whoever was taken over ends. Several
/// instances on one store would need a lease with a time; one process needs none.
/// </summary>
internal sealed class Ownership(ISyncStore store, IHostApplicationLifetime lifetime, ILogger<Ownership> logger)
{
    private TakenOverException? _lost;

    /// <summary>That another process has taken over; null while none has.</summary>
    public TakenOverException? Lost => Volatile.Read(ref _lost);

    /// <summary>Takes the connection over, before any pass runs.</summary>
    /// <exception cref="ConfigurationProblemException">The store cannot be written to.</exception>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        try
        {
            Log.TookOver(logger, await store.TakeOverAsync(cancellation));
        }
        catch (DbException unwritten)
        {
            throw new ConfigurationProblemException([$"The store cannot be written to: {unwritten.Message} Set State:Path to a file on a volume that the worker may write to."]);
        }
    }

    /// <summary>Another process has taken over: this one says so once, and ends.</summary>
    public void Lose(TakenOverException lost)
    {
        if (Interlocked.CompareExchange(ref _lost, lost, null) is not null) return;
        Log.TakenOver(logger, lost.Theirs, lost.Ours);
        lifetime.StopApplication();
    }
}
