using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SyncWorker.Hosting;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Hosting;

/// <summary>A copy of the shipped configuration that a test may spoil, and the worker built on it. Nothing leaves the machine: both sides are a closed port.</summary>
internal sealed class ConfigCopy : IAsyncDisposable
{
    private const string Nowhere = "http://127.0.0.1:9";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("syncworker-config-");
    private WebApplication? _app;

    public ConfigCopy()
    {
        foreach (var file in (string[])["appsettings.json", "field-map.yaml", "picklists.yaml"]) File.Copy(Path.Combine(Repository.Config, file), InFolder(file));
        Given = new()
        {
            ["Salesforce:MyDomain"] = Nowhere,
            ["Salesforce:ClientId"] = "id",
            ["Salesforce:ClientSecret"] = "secret",
            ["PartnerCentral:Catalog"] = "Sandbox",
            ["PartnerCentral:Endpoint"] = Nowhere,
            ["State:Path"] = InFolder("state/syncworker.db"),
            ["Operations:Port"] = "0",
        };
    }

    /// <summary>What stands above the file.</summary>
    public Dictionary<string, string?> Given { get; set; }

    public ConfigFolder Folder => new(_folder.FullName);

    public CollectedLogs Logs { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public string InFolder(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>Builds the worker. Serilog takes the place of every logger; the test takes it back.</summary>
    public WebApplication Build() => _app = WorkerHost.Build(Folder, Given, logToStandardError: true,
        services => services.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(l => l.AddProvider(Logs))));

    /// <summary>The problems that building tells; none where it builds.</summary>
    public IReadOnlyList<string> Problems()
    {
        try
        {
            Build();
            return [];
        }
        catch (ConfigurationProblemException problem)
        {
            return problem.Problems;
        }
    }

    /// <summary>Changes appsettings.json.</summary>
    public ConfigCopy With(string section, string key, JsonNode? value)
    {
        var settings = (JsonObject)JsonNode.Parse(Text("appsettings.json"))!;
        (settings[section] ??= new JsonObject())[key] = value;
        Write("appsettings.json", settings.ToJsonString());
        return this;
    }

    public string Text(string file) => File.ReadAllText(InFolder(file));

    public void Write(string file, string text) => File.WriteAllText(InFolder(file), text);

    /// <summary>What the file watch does when the file has changed, at once.</summary>
    public void Reload() => ((IConfigurationRoot)_app!.Configuration).Reload();

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
