using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using SyncWorker.Configuration;

namespace SyncWorker.Hosting;

/// <summary>Watches the field map and the value maps. What changes is checked, then swapped in whole, without a restart.</summary>
internal sealed class MapWatcher(MapHolder maps, ConfigFolder folder, TimeProvider time, ILogger<MapWatcher> logger) : IHostedService, IDisposable
{
    // An editor writes a file in several steps; the check waits until it is quiet.
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(300);

    // On mounts without change events, such as a Kubernetes ConfigMap, DOTNET_USE_POLLING_FILE_WATCHER=true makes it look every few seconds.
    private readonly PhysicalFileProvider _files = new(folder.Path);
    private readonly List<IDisposable> _watches = [];
    private ITimer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = time.CreateTimer(_ => Load(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watches.Add(ChangeToken.OnChange(() => _files.Watch("*.yaml"), () => _timer.Change(Settle, Timeout.InfiniteTimeSpan)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var watch in _watches) watch.Dispose();
        _timer?.Dispose();
        _files.Dispose();
    }

    /// <summary>Checks the files and takes them, or says what is wrong with them.</summary>
    internal void Load()
    {
        var read = FieldMapLoader.Load(folder.Path);
        if (maps.Take(read)) Log.MapTaken(logger, read.Map!.Rows.Length);
        else foreach (var finding in maps.Findings) Log.MapRefused(logger, finding.ToString());
    }
}
