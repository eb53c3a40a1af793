using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace SyncWorker.Hosting;

/// <summary>The file appsettings.json. What is wrong with the file as a whole is told before any section of it is looked at.</summary>
internal sealed class SettingsFile
{
    public const string Name = "appsettings.json";

    // Serilog reads its own section; $schema is for editors.
    private static readonly string[] OthersKeys = ["Serilog", "$schema"];

    private readonly string _path;
    private readonly JsonConfigurationProvider _provider;
    private bool _started;

    private SettingsFile(IConfigurationManager configuration, string folder)
    {
        _path = Path.Combine(folder, Name);
        configuration.AddJsonFile(source =>
        {
            source.Path = _path;
            source.ReloadOnChange = true;
            source.OnLoadException = e => Unreadable(e.Exception);
            source.ResolveFileProvider();
        });
        _provider = ((IConfigurationRoot)configuration).Providers.OfType<JsonConfigurationProvider>().Single();
        _started = true;
    }

    /// <summary>Hears of a changed file that is no JSON. The settings that were read before stand.</summary>
    public Action<string>? Refused { get; set; }

    /// <summary>Adds the file to the configuration.</summary>
    /// <exception cref="ConfigurationProblemException">It is not there or cannot be read.</exception>
    public static SettingsFile AddTo(IConfigurationManager configuration, string folder)
    {
        try
        {
            return new SettingsFile(configuration, folder);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new ConfigurationProblemException([Words(unread)]);
        }
    }

    /// <summary>What is wrong with the file as a whole: gone, or with a section that nothing reads.</summary>
    public IReadOnlyList<string> Problems(IEnumerable<string> sections)
    {
        if (!File.Exists(_path)) return [$"{Name} is gone. Put it into the configuration folder."];
        string[] known = [.. sections];
        return
        [
            .. _provider.GetChildKeys([], null).Distinct().Where(k => !known.Concat(OthersKeys).Contains(k, StringComparer.OrdinalIgnoreCase))
                .Select(k => $"{Name}: there is no section {k}. The sections are {string.Join(", ", known)} and {OthersKeys[0]}."),
        ];
    }

    private void Unreadable(Exception unread)
    {
        if (_started) Refused?.Invoke(Words(unread));
    }

    private static string Words(Exception unread) => unread.GetBaseException() switch
    {
        JsonException json => $"{Name}:{json.LineNumber + 1}: the file is not JSON. Look for a comma, quote or bracket that is missing or too many.",
        FileNotFoundException => $"{Name} is missing. Put it into the configuration folder.",
        FormatException form => $"{Name}: {form.Message} Write one object, with each key once.",
        var other => $"{Name} cannot be read: {other.Message}",
    };
}
