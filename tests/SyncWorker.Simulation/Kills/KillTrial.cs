using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using SyncWorker.Emulators;

namespace SyncWorker.Simulation.Kills;

/// <summary>
/// The published worker is killed at random instants, while people work and calls fail. After each restart it must be at work again soon, with nothing twice and nothing come
/// back; at the end both sides agree and say what was said last.
/// </summary>
internal sealed class KillTrial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly (string Kind, string Api)[] Faults = [("lostAnswer", "salesforce"), ("lostAnswer", "partnerCentral"), ("unavailable", "salesforce"), ("unavailable", "partnerCentral"), ("throttled", "partnerCentral")];
    private static readonly string[] Preparing = ["token", "query", "describe"];
    private readonly EmulatedWorld _world;
    private readonly EmulatorHost _host;
    private readonly RealWorker _worker;
    private readonly Chance _chance;
    private readonly Deals _deals;
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("syncworker-kills-");

    private KillTrial(string published, int seed, EmulatedWorld world, EmulatorHost host)
    {
        (_world, _host, _chance) = (world, host, new Chance(seed));
        _worker = new RealWorker(published, _state.FullName, world, host);
        _deals = new Deals(world, _chance);
    }

    /// <summary>Runs a trial.</summary>
    /// <param name="published">The folder of the published worker.</param>
    /// <param name="kills">How often it is killed.</param>
    /// <param name="within">How soon it must poll or settle after a restart.</param>
    /// <param name="seed">The source of all chance; the instants are real ones.</param>
    /// <param name="words">Where it is told.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string published, int kills, TimeSpan within, int seed, TextWriter words)
    {
        using var world = new EmulatedWorld(TimeProvider.System, new EmulatedWorldOptions { SalesforceSource = Path.Combine(published, "config", "salesforce") });
        await using var host = await EmulatorHost.StartAsync(world, new EmulatorPorts(0, 0, 0));
        await using var trial = new KillTrial(published, seed, world, host);
        return await trial.RunAsync(kills, within, words);
    }

    public ValueTask DisposeAsync()
    {
        _worker.Dispose();
        _state.Delete(true);
        return ValueTask.CompletedTask;
    }

    private async Task<int> RunAsync(int kills, TimeSpan within, TextWriter words)
    {
        for (var deal = 0; deal < 4; deal++) _deals.ApprovedDealAppears();
        using var control = new HttpClient { BaseAddress = _host.ControlUrl };
        var (resumed, ended) = (new List<TimeSpan> { await StartAsync() }, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            for (var deeds = _chance.Between(1, 4); deeds > 0; deeds--) _deals.Act();
            if (_chance.Of(0.6) && _chance.One(Faults) is var (kind, api)) await control.PostAsJsonAsync("faults", new { api, kind });
            await Task.Delay(_chance.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(2500)));
            if (!_worker.IsRunning) ended++;
            _worker.Kill();
            _deals.Look();
            resumed.Add(await StartAsync());
            _deals.Look();
        }

        await control.DeleteAsync("faults");
        var open = await RestAsync();
        string[] broken = [.. _deals.Broken, .. open, .. ended > 0 ? [$"the worker ended {ended} times by itself"] : Array.Empty<string>()];
        foreach (var problem in broken) words.WriteLine("  " + problem);
        var slow = resumed.Count(r => r > within);
        words.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills, {_deals.Edits} edits, {_deals.Shared} deals shared: {broken.Length} invariants broken; back at work after {resumed.Max().TotalSeconds:F1} s at most, {resumed.Order().ElementAt(resumed.Count / 2).TotalSeconds:F1} s in the middle"));
        if (slow > 0) words.WriteLine($"  {slow} times later than {within.TotalSeconds:F0} s");
        if (broken.Length + slow == 0) return 0;
        words.WriteLine(string.Join('\n', File.ReadLines(_worker.Log).TakeLast(40)));
        return 1;
    }

    /// <summary>How long it takes from the start to the first call of a poll or a settle.</summary>
    private async Task<TimeSpan> StartAsync()
    {
        var (start, clock) = (_world.Clock.GetUtcNow(), Stopwatch.StartNew());
        _worker.Start();
        while (!_world.Calls.Any(c => c.At > start && IsWork(c)) && clock.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(10);
        return clock.Elapsed;
    }

    /// <summary>Whether it is more than signing in, and asking whose org it is and what it holds.</summary>
    private static bool IsWork(EmulatorCall call) => !Preparing.Any(p => call.Operation.EndsWith(p, StringComparison.Ordinal));

    /// <summary>What is still open when nobody edits any more, after as long as an uncertain write may take.</summary>
    private async Task<IReadOnlyList<string>> RestAsync()
    {
        var clock = Stopwatch.StartNew();
        var open = _deals.Open();
        while (open.Count > 0 && clock.Elapsed < Patience)
        {
            await Task.Delay(500);
            open = _deals.Open();
        }

        _deals.Look();
        return open;
    }
}
