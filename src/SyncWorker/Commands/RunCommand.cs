using SyncWorker.Hosting;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Commands;

/// <summary>Runs the service until it is stopped.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config));
        return await RunAsync(app, cancellation);
    }

    /// <summary>Runs a built worker.</summary>
    /// <exception cref="TakenOverException">Another process has taken over.</exception>
    public static async Task<int> RunAsync(WebApplication app, CancellationToken cancellation)
    {
        await app.StartWorkerAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return app.Services.GetRequiredService<Ownership>().Lost is { } lost ? throw lost : 0;
    }
}
