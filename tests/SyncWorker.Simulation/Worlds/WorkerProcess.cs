using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncWorker.Connections;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>One process of the worker: the real engine with its real HTTP and JSON code. What lives in its memory only ends with it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly ServiceProvider _services;

    public WorkerProcess(Universe universe, ISyncStore store, HttpMessageHandler toSalesforce, HttpMessageHandler toPartnerCentral, Life life)
    {
        Life = life;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(universe.Settings).Build());
        services.AddLogging(log => log.ClearProviders().AddProvider(universe.Logs).AddFilter((category, _) => category?.StartsWith("SyncWorker", StringComparison.Ordinal) == true));
        services.AddSingleton<TimeProvider>(universe.WorkersClock);
        services.AddSingleton(new Random(universe.Seed));
        services.AddSingleton(new MapHolder(universe.Map));
        services.AddConnection();
        services.ConfigureHttpClientDefaults(http => http.RemoveAllLoggers());
        services.AddSingleton(store);
        services.AddSingleton(AwsCredentials.Given(universe.PartnerCentralOptions.AccessKeyId, universe.PartnerCentralOptions.SecretAccessKey));
        foreach (var name in (string[])[SalesforceRegistration.Name, TokenSource.ClientName])
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new Lasting(toSalesforce));
        services.AddHttpClient(PartnerCentralRegistration.Name).ConfigurePrimaryHttpMessageHandler(() => new Lasting(toPartnerCentral));
        if (universe.Profile.HasSmallPages) SmallPages.FromAws(services);
        universe.Variant.Configure(services);
        _services = services.BuildServiceProvider();
    }

    public Life Life { get; }

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public Connection Connection => _services.GetRequiredService<Connection>();

    /// <summary>A part of the worker, as its verbs get it.</summary>
    public T Part<T>() where T : notnull => _services.GetRequiredService<T>();

    public void Dispose()
    {
        _services.Dispose();
        Life.Dispose();
    }

    /// <summary>The factory disposes its handlers; the ways to both systems outlive them.</summary>
    private sealed class Lasting(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _inner.SendAsync(request, cancellationToken);
    }
}
