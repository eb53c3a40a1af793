namespace SyncWorker.Commands;

/// <summary>Waits until the command is stopped (Ctrl+C or SIGTERM).</summary>
internal static class Stopped
{
    public static async Task WaitAsync(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellation.Register(stopped.SetResult);
        await stopped.Task;
    }
}
