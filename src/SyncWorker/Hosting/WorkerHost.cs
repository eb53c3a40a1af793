using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;
using SyncWorker.Configuration;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Hosting;

/// <summary>The composition of the service.</summary>
internal static class WorkerHost
{
    /// <summary>Builds the host.</summary>
    /// <param name="folder">The configuration.</param>
    /// <param name="settings">Settings that stand above files and environment, such as the demo's.</param>
    /// <param name="logToStandardError">Whether standard output belongs to a command's own words.</param>
    /// <param name="configure">Replaces services, such as credentials for an emulator.</param>
    /// <exception cref="ConfigurationProblemException">The map or the settings do not let it start.</exception>
    public static WebApplication Build(ConfigFolder folder, IReadOnlyDictionary<string, string?>? settings = null, bool logToStandardError = false, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder.Path, ApplicationName = "SyncWorker" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddJsonFile(Path.Combine(folder.Path, "appsettings.json"), optional: false, reloadOnChange: true)
            .AddEnvironmentVariables().AddEnvironmentVariables("SYNCWORKER_").AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddSerilog(log => Logging.Configure(log, builder.Configuration, builder.Environment, logToStandardError));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton(new MapHolder(Map(folder)));
        builder.Services.AddHostedService<MapWatcher>();
        builder.Services.AddState().AddConnection().AddSchedules(builder.Configuration).AddOperations(builder.Configuration, builder.WebHost);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        SettingsCheck.Check(app.Services);
        _ = app.Services.GetRequiredService<ISyncStore>();
        app.MapOperations();
        return app;
    }

    private static Core.Mapping.FieldMap Map(ConfigFolder folder)
    {
        var result = FieldMapLoader.Load(folder.Path);
        return result is { Map: { } map, Findings.IsEmpty: true } ? map : throw new ConfigurationProblemException([.. result.Findings.Select(f => f.ToString())]);
    }
}
