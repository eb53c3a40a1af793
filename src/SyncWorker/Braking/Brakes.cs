using Microsoft.Extensions.Options;
using SyncWorker.Core.Braking;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>
/// The brake of the connection. What it holds for is in the store: it survives the process, and another process may release it, which is noticed with the next pass. Whoever releases takes in
/// everything as it stood then, so that the same cause does not brake again.
/// </summary>
internal sealed class Brakes(ISyncStore store, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Brakes> logger)
{
    private ConnectionState _state = ConnectionState.New;

    /// <summary>What stops the connection from writing; null where nothing does.</summary>
    public Brake? Held => _state.Brake;

    /// <summary>When a brake of a kind was released last: what stood so before was looked at by a person.</summary>
    public DateTimeOffset Released(BrakeKind kind) => _state.Released.GetValueOrDefault(kind, DateTimeOffset.MinValue);

    private BrakeLimits Limits => options.CurrentValue.Brakes.ToLimits();

    /// <summary>Looks at the brake anew, with each pass.</summary>
    public async Task EnterAsync(CancellationToken cancellation)
    {
        var now = await store.ConnectionAsync(cancellation);
        if (now.Brake is null && Held is { } released)
        {
            await store.WakeAsync(cancellation);
            Log.BrakeReleased(logger, released.Kind);
        }

        if (now.Brake is { } brake && brake != Held) Log.Braked(logger, brake.Kind, brake.Why);
        _state = now;
    }

    /// <summary>After a poll of a side, before its watermark moves.</summary>
    /// <param name="side">The side.</param>
    /// <param name="changed">How many linked records people or tools changed there since the last poll.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task PolledAsync(Side side, int changed, CancellationToken cancellation)
    {
        if (Held is not null || changed < Limits.RecordsMin) return;
        var linked = await store.CountAsync(side, cancellation);
        if (Limits.AreManyChanges(changed, linked))
            await HoldAsync(BrakeKind.ManyChanges, $"{changed} of {linked} linked records changed in one poll of {Name(side)}", cancellation);
    }

    private async Task HoldAsync(BrakeKind kind, string why, CancellationToken cancellation)
    {
        _state = await store.ChangeConnectionAsync(s => s.Brake is null ? s with { Brake = new Brake(kind, why, time.GetUtcNow()) } : s, cancellation);
        Log.Braked(logger, kind, why);
    }

    private static string Name(Side side) => side == Side.Salesforce ? "Salesforce" : "Partner Central";
}
