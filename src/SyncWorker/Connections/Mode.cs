using Microsoft.Extensions.Options;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Connections;

/// <summary>Whether the connection observes or is live. A person changes that from another process, so every pass asks anew.</summary>
internal sealed class Mode(ISyncStore store, IOptionsMonitor<SyncOptions> options, ILogger<Mode> logger)
{
    private bool? _told;

    /// <summary>What is remembered of the connection. What a new store starts as is settled with the first pass and stands from then on.</summary>
    public async Task<ConnectionState> EnterAsync(CancellationToken cancellation)
    {
        var state = await store.ConnectionAsync(cancellation);
        if (state is { IsStarted: false, IsLive: false }) state = await store.ChangeConnectionAsync(Started, cancellation);
        if (_told != state.IsLive) Tell(state.IsLive);
        return state;
    }

    /// <summary>Another process may have settled it meanwhile.</summary>
    private ConnectionState Started(ConnectionState state) =>
        state.IsStarted || state.IsLive ? state : state with { IsStarted = true, IsLive = options.CurrentValue.StartLive };

    private void Tell(bool isLive)
    {
        _told = isLive;
        if (isLive) Log.IsLive(logger);
        else Log.Observes(logger);
    }
}
