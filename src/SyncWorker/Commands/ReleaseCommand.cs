using SyncWorker.Commands.Status;
using SyncWorker.Hosting;
using SyncWorker.State;

namespace SyncWorker.Commands;

/// <summary>Releases the brake. It changes the store alone: a service that runs beside it notices with its next pass.</summary>
internal static class ReleaseCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config), logToStandardError: true);
        Console.WriteLine(await ReleaseAsync(app.Services.GetRequiredService<ISyncStore>(), app.Services.GetRequiredService<TimeProvider>(), cancellation));
        return 0;
    }

    /// <returns>What was done, in words, and what else keeps the connection from writing.</returns>
    public static async Task<string> ReleaseAsync(ISyncStore store, TimeProvider time, CancellationToken cancellation)
    {
        Brake? held = null;
        var left = await store.ChangeConnectionAsync(state =>
        {
            held = state.Brake;
            return held is null ? state : state with { Brake = held.Behind, Released = state.Released.SetItem(held.Kind, time.GetUtcNow()) };
        }, cancellation);
        if (held is null) return "No brake holds.";

        if (held.Behind is { } behind) return $"Released: {held.Why}. The connection holds on: {behind.Words}";

        // A service that does not run now will not notice that a brake held.
        await store.WakeAsync(cancellation);
        return string.Join('\n', [$"Released: {held.Why}. What was held {(left.WhyNothingIsWritten is null ? "goes with the next pass of the service" : "does not go yet")}.", .. Standstill.Of(left)]);
    }
}
