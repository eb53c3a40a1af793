using System.Collections.Concurrent;
using SyncWorker.Remote;
using SyncWorker.Scheduling;

namespace SyncWorker.Health;

/// <summary>How the last run of each pass went.</summary>
internal sealed class Passes
{
    private readonly ConcurrentDictionary<Pass, (DateTimeOffset At, string? Problem)> _last = new();

    public void Succeeded(Pass pass, DateTimeOffset at) => _last[pass] = (at, null);

    /// <summary>Keeps what a person on call may read: no record data.</summary>
    public void Failed(Pass pass, DateTimeOffset at, Exception error) =>
        _last[pass] = (at, error is RemoteException { IsAboutTheWorker: true } refused ? refused.RemoteMessage : error.Message);

    public IReadOnlyDictionary<Pass, (DateTimeOffset At, string? Problem)> Last => _last;
}
