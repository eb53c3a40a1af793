using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Configuration;
using SyncWorker.Hosting;

namespace SyncWorker.Tests.Hosting;

public sealed class MapWatcherTests : IAsyncDisposable
{
    private readonly ConfigCopy _config = new();
    private readonly MapHolder _maps;
    private readonly MapWatcher _watcher;

    public MapWatcherTests()
    {
        _maps = new MapHolder(FieldMapLoader.Load(_config.Folder.Path).Map!);
        _watcher = new MapWatcher(_maps, _config.Folder, new FakeTimeProvider(), NullLogger<MapWatcher>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.Dispose();
        await _config.DisposeAsync();
    }

    [Theory]
    [InlineData("field-map.yaml", "rows: [")]
    [InlineData("field-map.yaml", null)]
    [InlineData("picklists.yaml", "")]
    [InlineData("picklists.yaml", null)]
    public void A_file_that_is_bad_or_gone_leaves_the_last_good_map_running_until_a_pass_begins_after_it_is_mended(string file, string? text)
    {
        var (before, good) = (_maps.Current, _config.Text(file));
        if (text is null) File.Delete(_config.InFolder(file));
        else _config.Write(file, text);
        _watcher.Load();
        Assert.Same(before, _maps.Current);
        Assert.NotEmpty(_maps.Findings);

        _config.Write(file, good);
        _watcher.Load();
        Assert.Same(before, _maps.Current);
        _maps.Enter();
        Assert.NotSame(before, _maps.Current);
        Assert.Empty(_maps.Findings);
    }
}
