using Microsoft.Extensions.Hosting;

namespace SyncWorker.Emulators.Control;

/// <summary>A door opens and closes when it is told to. The default lifetime would take the process's stop signals for itself.</summary>
internal sealed class DoorLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
