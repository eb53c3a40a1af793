using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Auditing;
using SyncWorker.Configuration;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>What is remembered of all links together may be more than fits into memory: a hundred thousand deals are gigabytes.</summary>
public sealed class ManyLinksTests : IAsyncDisposable
{
    private readonly WatchedStore _watch;
    private readonly World _world;

    public ManyLinksTests()
    {
        (var store, _watch) = WatchedStore.Over(new MemoryStore());
        _world = new World(services => services.AddSingleton(store));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_sweep_holds_no_more_than_a_few_links_at_once()
    {
        await DealsAsync();
        await _world.PassAsync(() => _world.Part<Connection>().SweepAsync(default));
        AssertOneByOne();
    }

    [Fact]
    public async Task The_audit_holds_no_more_than_a_few_links_at_once()
    {
        await DealsAsync();
        AuditReport? report = null;
        await _world.PassAsync(async () => report = await _world.Part<Auditor>().RunAsync(full: false, default));
        Assert.Equal((2, 0), (report!.Links, report.Drifts.Length));
        AssertOneByOne();
    }

    [Fact]
    public async Task The_trial_of_a_changed_map_holds_no_more_than_a_few_links_at_once()
    {
        await DealsAsync();
        string Text(string file) => File.ReadAllText(Path.Combine(Repository.Config, file));
        Assert.True(_world.Part<MapHolder>().Take(FieldMapLoader.Read(Text("field-map.yaml") + "\n# Only a remark.\n", Text("picklists.yaml"))));
        await _world.PassAsync(() => _world.Part<Connection>().DrainAsync(default));
        Assert.Contains(_world.Logs.Lines, l => l.Contains("of 2 opportunities of which nobody changed anything, it writes 0", StringComparison.Ordinal));
        AssertOneByOne();
    }

    private async Task DealsAsync()
    {
        foreach (var title in (string[])[Deals.Northwind, Deals.Contoso]) await _world.ApprovedAsync(title);
        _watch.Called.Clear();
    }

    private void AssertOneByOne()
    {
        Assert.NotEmpty(_watch.Called);
        Assert.DoesNotContain(nameof(ISyncStore.LinksAsync), _watch.Called);
    }
}
