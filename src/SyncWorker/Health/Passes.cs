using System.Collections.Concurrent;
using SyncWorker.Connections;
using SyncWorker.Remote;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Health;

/// <summary>How the last run of each pass went.</summary>
internal sealed class Passes
{
    private readonly ConcurrentDictionary<Pass, (DateTimeOffset At, string? Problem)> _last = new();

    public void Succeeded(Pass pass, DateTimeOffset at) => _last[pass] = (at, null);

    public void Failed(Pass pass, DateTimeOffset at, Exception error) => _last[pass] = (at, Words(error));

    public IReadOnlyDictionary<Pass, (DateTimeOffset At, string? Problem)> Last => _last;

    // What a person on call may read: no record data, which the message of any other exception could quote.
    private static string Words(Exception error) => error switch
    {
        RemoteException { IsAboutTheWorker: true } refused => refused.RemoteMessage,
        ConnectionStoppedException or TakenOverException => error.Message,
        RemoteException failed => failed.Message,
        _ => $"{error.GetType().Name}; the log says more",
    };
}
