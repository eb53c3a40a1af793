using System.Reflection;
using Microsoft.Extensions.Options;

namespace SyncWorker.Hosting;

/// <summary>
/// One section of the settings and what is wrong with it, all at once: keys that are no setting, values that are none of their kind, and values that the options refuse. The binder itself
/// would stop at the first, with words about its own types.
/// </summary>
internal sealed class SettingsSection<T>(string name, IConfiguration configuration, IEnumerable<IValidateOptions<T>> validators) : ISettingsSection
    where T : class, new()
{
    private static readonly PropertyInfo[] Settings = SettingsOf(typeof(T));

    public string Name => name;

    public IReadOnlyList<string> Problems()
    {
        var (options, problems) = (new T(), new List<string>());
        Read(options, name, configuration.GetSection(name), problems);

        // A value that could not be read has been told; that it is missing would only repeat it.
        var refused = validators.SelectMany(v => v.Validate(Options.DefaultName, options).Failures ?? []).Select(Worded);
        problems.AddRange(refused.Where(r => !problems.Exists(p => p.Split(' ')[0] == r.Split(' ')[0])).ToArray());
        return problems;
    }

    /// <summary>Reads a section, and the sections in it that have settings of their own.</summary>
    private static void Read(object options, string path, IConfigurationSection section, List<string> problems)
    {
        var settings = SettingsOf(options.GetType());
        foreach (var child in section.GetChildren())
        {
            if (settings.FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is not { } setting)
                problems.Add($"{path}: there is no setting '{child.Key}'. Use one of {string.Join(", ", settings.Select(s => s.Name))}.");
            else if (IsSection(setting.PropertyType)) Read(setting.GetValue(options)!, $"{path}:{setting.Name}", child, problems);
            else if (!TrySet(options, setting, child))
                problems.Add($"{path}:{setting.Name} is '{child.Value}'. Write {Kind(setting.PropertyType)}.");
        }
    }

    private static PropertyInfo[] SettingsOf(Type type) => [.. type.GetProperties().Where(p => p.CanWrite)];

    private static bool IsSection(Type type) => type.IsClass && type.Assembly == typeof(T).Assembly;

    private static bool TrySet(object options, PropertyInfo setting, IConfigurationSection value)
    {
        try
        {
            // A null in the file means: the default.
            if (value.Get(setting.PropertyType) is { } given) setting.SetValue(options, given);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // The generated checks say "QuietTime: The field SyncOptions.QuietTime must be …", or the property's name before our own words.
    private string Worded(string failure)
    {
        foreach (var setting in Settings)
        {
            if (!failure.StartsWith(setting.Name + ": ", StringComparison.Ordinal)) continue;
            return failure[(setting.Name.Length + 2)..].Replace($"The field {typeof(T).Name}.{setting.Name} ", $"{name}:{setting.Name} ", StringComparison.Ordinal);
        }

        return failure;
    }

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:30",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number such as 0.5",
        _ when type == typeof(bool) => "true or false",
        { IsArray: true } => "a list",
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type)),
        _ => "an address such as https://example.com",
    };
}
