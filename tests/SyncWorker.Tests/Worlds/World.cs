using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Configuration;
using SyncWorker.Connections;
using SyncWorker.Core.Mapping;
using SyncWorker.Emulators;
using SyncWorker.Emulators.Salesforce;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.State;

namespace SyncWorker.Tests.Worlds;

/// <summary>The whole engine with its real HTTP and JSON code against both emulators, in process and in virtual time.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly Func<ServiceProvider> _start;
    private ServiceProvider _services;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly string _state = Directory.CreateTempSubdirectory("syncworker-test-").FullName;

    public World(Action<IServiceCollection>? configure = null, Func<HttpMessageHandler, HttpMessageHandler>? aroundSalesforce = null, Func<HttpMessageHandler, HttpMessageHandler>? aroundPartnerCentral = null, string? config = null, SalesforceEmulatorOptions? org = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        config ??= Repository.Config;
        _settings = settings ?? new Dictionary<string, string?>();
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
        Theirs = new SetClock(Clock);
        Emulated = new EmulatedWorld(Theirs, new EmulatedWorldOptions { SalesforceSource = Path.Combine(config, "salesforce"), Salesforce = org ?? new SalesforceEmulatorOptions() });
        Map = FieldMapLoader.Load(config).Map!;
        _start = () => Start(configure, aroundSalesforce ?? (h => h), aroundPartnerCentral ?? (h => h));
        _services = _start();
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>The clock of both systems, which somebody may set.</summary>
    public SetClock Theirs { get; }

    /// <summary>Whether time passes only while the engine waits for it: exact to the clock's step, and thousands of virtual seconds go by in one real.</summary>
    public bool IsInline { get; init; }

    public EmulatedWorld Emulated { get; }

    public FieldMap Map { get; }

    public CollectedLogs Logs { get; } = new();

    /// <summary>Stops the passes, as the process's end does.</summary>
    public CancellationTokenSource Life { get; private set; } = new();

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    /// <summary>The same store as another process opens it.</summary>
    public ISyncStore AnotherProcess() => new SqliteStore(Microsoft.Extensions.Options.Options.Create(new StateOptions { Path = Path.Combine(_state, "syncworker.db") }));

    /// <summary>A part of the engine as it runs now.</summary>
    public T Part<T>() where T : notnull => _services.GetRequiredService<T>();

    private Connection Connection => _services.GetRequiredService<Connection>();

    /// <summary>Another process on the same store: whatever lived in memory only is gone.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        Life.Dispose();
        Life = new CancellationTokenSource();
        _services = _start();
    }

    private ServiceProvider Start(Action<IServiceCollection>? configure, Func<HttpMessageHandler, HttpMessageHandler> aroundSalesforce, Func<HttpMessageHandler, HttpMessageHandler> aroundPartnerCentral)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings()).AddInMemoryCollection(_settings).Build());
        services.AddLogging(log => log.AddProvider(Logs));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new MapHolder(Map));
        services.AddState().AddConnection();
        services.AddSingleton(AwsCredentials.Given(Emulated.PartnerCentralOptions.AccessKeyId, Emulated.PartnerCentralOptions.SecretAccessKey));
        foreach (var name in (string[])[SalesforceRegistration.Name, TokenSource.ClientName])
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new Shared(aroundSalesforce(Emulated.SalesforceDoor)));
        services.AddHttpClient(PartnerCentralRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => new Shared(aroundPartnerCentral(Emulated.PartnerCentralDoor)));
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Lets time pass and runs the passes until nothing is due any more.</summary>
    /// <param name="rounds">How many rounds at most.</param>
    public async Task SyncAsync(int rounds = 12)
    {
        for (var round = 0; round < rounds; round++)
        {
            Clock.Advance(TimeSpan.FromSeconds(15));
            await CycleAsync();
            if ((await Store.LinksAsync(default)).All(l => l.Due <= l.Cleared) && round > 0) return;
        }
    }

    /// <summary>One cycle of the schedule: both polls, a sweep, a drain. Tells whether there is more to settle at once.</summary>
    public async Task<bool> CycleAsync(bool sweep = true)
    {
        await RunAsync(Connection.PollSalesforceAsync);
        await RunAsync(Connection.PollPartnerCentralAsync);
        if (sweep) await RunAsync(Connection.SweepAsync);
        var hasMore = false;
        await RunAsync(async cancellation => hasMore = await Connection.DrainAsync(cancellation));
        return hasMore;
    }

    /// <summary>Lets virtual time pass until something is done.</summary>
    public Task PassAsync(Func<Task> act) => RunAsync(_ => act());

    public JsonObject Record(string id) => Emulated.Salesforce.Record(Map.RecordType, id)!;

    public JsonObject RecordOf(string title) => Emulated.Salesforce.Records(Map.RecordType).OfType<JsonObject>().Single(r => r["Partner_Project_Title__c"]?.GetValue<string>() == title);

    public string OpportunityNamed(string name) => Emulated.Salesforce.Records("Opportunity").OfType<JsonObject>().Single(o => o["Name"]!.GetValue<string>() == name)["Id"]!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Life.Dispose();
        Emulated.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_state, recursive: true);
    }

    /// <summary>The pacer and the pipelines wait in virtual time: whatever they wait for is let pass.</summary>
    private async Task RunAsync(Func<CancellationToken, Task> pass)
    {
        if (IsInline)
        {
            await Task.Run(() => Inline(pass));
            return;
        }

        var running = Task.Run(() => pass(Life.Token));
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(1));
            if (!running.IsCompleted) Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await running;
    }

    /// <summary>The engine starts no threads: whatever time wakes runs within the clock's own step, until it waits again.</summary>
    private Task Inline(Func<CancellationToken, Task> pass)
    {
        var running = pass(Life.Token);
        while (!running.IsCompleted) Clock.Advance(TimeSpan.FromMilliseconds(50));
        return running;
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Salesforce:MyDomain"] = Emulated.SalesforceOptions.InstanceUrl.ToString(),
        ["Salesforce:ClientId"] = Emulated.SalesforceOptions.ClientId,
        ["Salesforce:ClientSecret"] = Emulated.SalesforceOptions.ClientSecret,
        ["PartnerCentral:Catalog"] = "AWS",
        ["Sync:StartLive"] = "true",
        ["State:Path"] = Path.Combine(_state, "syncworker.db"),
    };

    /// <summary>The factory disposes its handlers; the emulators outlive them.</summary>
    private sealed class Shared(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
