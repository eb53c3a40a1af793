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
        // The framework would read any appsettings.json at the content root by itself, with its own words for what is wrong there.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "SyncWorker" });
        builder.Configuration.Sources.Clear();
        var file = SettingsFile.AddTo(builder.Configuration, folder.Path);
        builder.Configuration.AddEnvironmentVariables().AddEnvironmentVariables("SYNCWORKER_").AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddSerilog(log => Logging.Configure(log, builder.Configuration, builder.Environment, logToStandardError));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(folder);
        var map = FieldMapLoader.Load(folder.Path);
        builder.Services.AddSingleton(_ => new MapHolder(map.Map!));
        builder.Services.AddHostedService<MapWatcher>();
        builder.Services.AddState().AddConnection().AddSchedules(builder.Configuration).AddOperations(builder.Configuration).AddSettings(file);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        // All problems are told in one message, before anything that they could harm is made.
        string[] problems = [.. app.Services.SettingsProblems(), .. map.Findings.Select(f => f.ToString())];
        if (problems.Length > 0)
        {
            ((IDisposable)app).Dispose();
            throw new ConfigurationProblemException(problems);
        }

        var refused = app.Services.GetRequiredService<RefusedSettings>();
        file.Refused = problem => refused.Accepts(SettingsFile.Name, [problem]);
        app.MapOperations();
        return app;
    }
}
