using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Core.Mapping;
using SyncWorker.Hosting;
using SyncWorker.Polling;
using SyncWorker.Salesforce;
using SyncWorker.State;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Polling;

/// <summary>An org in which everything happens at the worst moment, and the polls that look at it.</summary>
internal sealed class TorturedOrg : IAsyncDisposable
{
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(5);

    private readonly Random _random;
    private readonly Wire _wire = new();
    private readonly World _world;
    private readonly FieldMap _map;
    private readonly string[] _records;
    private readonly Dictionary<string, DateTimeOffset> _touched = [];
    private readonly DateTimeOffset _made;
    private bool _isTortured = true;
    private readonly List<(DateTimeOffset At, TimeSpan Ahead)> _set = [(DateTimeOffset.MinValue, TimeSpan.Zero)];

    public TorturedOrg(int seed, int records, TimeSpan? overlap = null)
    {
        _random = new Random(seed);
        _wire.Before = call => BetweenPagesOf(call);
        var store = new MemoryStore();
        void Configure(IServiceCollection services) => services.AddSingleton<ISyncStore>(store).AddSingleton(_ => new MapHolder(_map!)).PostConfigure<SyncOptions>(o => o.PollOverlap = overlap ?? o.PollOverlap);
        _world = new World(Configure, aroundSalesforce: _wire.Around) { IsInline = true };
        _map = new FieldMap(_world.Map.RecordType, [_world.Map["Next Step"], _world.Map["Sale Stage"], _world.Map["Customer Company Name"]]);
        _records = [.. Enumerable.Range(0, records).Select(i => _world.Emulated.Salesforce.Create(_map.RecordType, new JsonObject { ["Next_Step__c"] = $"Made {i}" }, Deals.Seller))];
        Changed = records;
        _made = _world.Clock.GetUtcNow();
    }

    /// <summary>Values written so far.</summary>
    public int Changed { get; private set; }

    /// <summary>Those that became visible with an old stamp.</summary>
    public int Late { get; private set; }

    /// <summary>Those that happened between two pages of a poll.</summary>
    public int BetweenPages { get; private set; }

    /// <summary>Stamps that moved without a change.</summary>
    public int Touched { get; private set; }

    /// <summary>How often Salesforce's clock was set, by an hour.</summary>
    public int ClockSet { get; private set; }

    /// <summary>Marks made so far.</summary>
    public long Marked => _world.Store.LinksAsync(default).Result.Sum(l => l.Due);

    public override string ToString() => $"{Changed} changed, {Late} late, {BetweenPages} between pages, {Touched} touched, {ClockSet} clocks set, {Marked} marked";

    /// <summary>A while in which things happen, and a poll after each.</summary>
    public async Task TortureAsync()
    {
        for (var step = 0; step < 12; step++)
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(_random.Next(1, 240)));
            switch (_random.Next(6))
            {
                case 0:
                    SetClock();
                    break;
                case 1:
                    // A data loader: all records in one second.
                    foreach (var record in _records) Edit(record, TimeSpan.Zero);
                    break;
                case 2:
                    foreach (var record in Some(50)) Touch(record);
                    break;
                default:
                    foreach (var record in Some(40)) Edit(record, TimeSpan.FromSeconds(_random.Next(3) == 0 ? 0 : _random.NextDouble() * LongestTransaction.TotalSeconds));
                    break;
            }

            if (_random.Next(2) == 0) await PollAsync();
        }
    }

    /// <summary>The records whose present content no poll has marked.</summary>
    public async Task<IReadOnlyList<string>> MissedAsync()
    {
        _isTortured = false;
        await PollAsync();
        _isTortured = true;
        var seen = _world.Part<Seen>();
        IReadOnlyList<JsonObject> now = [];
        await _world.PassAsync(async () => now = (await _world.Part<SalesforceClient>().QueryAsync($"SELECT {CoSellQuery.Fields(_map)} FROM {_map.RecordType}", default)).Records);
        return [.. now.Where(r => seen.IsNew(r["Id"]!.GetValue<string>(), RecordContent.Of(r))).Select(r => r["Id"]!.GetValue<string>())];
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private Task PollAsync() => _world.PassAsync(() => _world.Part<SalesforcePoll>().RunAsync(default));

    private HttpResponseMessage? BetweenPagesOf(WireCall call)
    {
        if (!_isTortured || call.Operation != "POST composite" || !call.Body.Contains("%20Id%20%3E%20", StringComparison.Ordinal)) return null;
        foreach (var record in Some(3)) Edit(record, TimeSpan.Zero);
        BetweenPages += 3;
        return null;
    }

    private void SetClock()
    {
        _world.Theirs.Ahead += TimeSpan.FromHours(_random.Next(2) == 0 ? 1 : -1);
        _set.Add((_world.Clock.GetUtcNow(), _world.Theirs.Ahead));
        ClockSet++;
    }

    private void Touch(string record)
    {
        _world.Emulated.Salesforce.Touch(_map.RecordType, record);
        _touched[record] = _world.Clock.GetUtcNow();
        Touched++;
    }

    /// <summary>One transaction holds a record at a time: it began after the one before had ended. Its stamp is what the clock showed then.</summary>
    private void Edit(string record, TimeSpan age)
    {
        var now = _world.Clock.GetUtcNow();
        var most = now - _touched.GetValueOrDefault(record, _made);
        if (age > most) age = most;
        var stamp = now - age + _set.Last(s => s.At <= now - age).Ahead;
        _world.Emulated.Salesforce.Edit(_map.RecordType, record, new JsonObject { ["Next_Step__c"] = $"Change {Changed}" }, Deals.Seller, _world.Theirs.GetUtcNow() - stamp);
        _touched[record] = now;
        Changed++;
        if (age > TimeSpan.FromMinutes(1)) Late++;
    }

    private IEnumerable<string> Some(int count) => Enumerable.Range(0, count).Select(_ => _records[_random.Next(_records.Length)]);
}
