using SyncWorker.Remote;
using SyncWorker.State;

namespace SyncWorker.PartnerCentral.Quota;

/// <summary>In its first 24 hours live a connection makes few writes at AWS, so that what was set up wrongly is seen before it is everywhere. What is over waits.</summary>
internal sealed class FirstDay(ISyncStore store, TimeProvider time, ILogger<FirstDay> logger)
{
    /// <summary>The name under which the store counts the writes.</summary>
    public const string Counter = "Partner Central first day";

    private int _told;

    /// <summary>Lets a call through.</summary>
    /// <exception cref="RemoteException">It is a write too many for the first day: it was not sent.</exception>
    public async Task EnterAsync(Operation operation, CancellationToken cancellation)
    {
        if (operation.Kind == CallKind.Read || await StateAsync(cancellation) is not { FirstDayEnds: { } ends } state || await UsedAsync(store, cancellation) < state.FirstDayWrites) return;
        if (_told != state.FirstDayWrites) Log.FirstDayUsedUp(logger, _told = state.FirstDayWrites, ends);
        throw new RemoteException("Partner Central", operation.Name, RemoteErrorKind.Throttled, "FIRST_DAY", $"AWS gets {state.FirstDayWrites} writes in the first 24 hours live") { RetryAt = ends };
    }

    /// <summary>Counts a call that is about to be sent.</summary>
    public async Task CountAsync(Operation operation, CancellationToken cancellation)
    {
        if (operation.Kind == CallKind.Read || await StateAsync(cancellation) is not { } state) return;
        var now = time.GetUtcNow();
        await store.CountCallsAsync(Counter, [new CallCount(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), 1)], state.LiveSince!.Value - TimeSpan.FromMinutes(1), cancellation);
    }

    /// <summary>How many writes AWS got since the connection went live.</summary>
    public static async Task<int> UsedAsync(ISyncStore store, CancellationToken cancellation) => (await store.CallsAsync(Counter, cancellation)).Sum(c => c.Calls);

    /// <returns>Null where the first day is over, or never was.</returns>
    private async Task<ConnectionState?> StateAsync(CancellationToken cancellation) =>
        await store.ConnectionAsync(cancellation) is { FirstDayEnds: { } ends } state && time.GetUtcNow() < ends ? state : null;
}
