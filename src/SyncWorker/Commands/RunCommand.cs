using SyncWorker.Hosting;

namespace SyncWorker.Commands;

/// <summary>Runs the service until it is stopped.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string? config, CancellationToken cancellation)
    {
        await using var app = WorkerHost.Build(ConfigFolder.Find(config));
        await app.StartWorkerAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
