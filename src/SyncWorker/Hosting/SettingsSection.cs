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
    private static readonly PropertyInfo[] Settings = typeof(T).GetProperties().Where(p => p.CanWrite).ToArray();

    public string Name => name;

    public IReadOnlyList<string> Problems()
    {
        var (options, problems) = (new T(), new List<string>());
        foreach (var child in configuration.GetSection(name).GetChildren())
        {
            if (Settings.FirstOrDefault(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is not { } setting)
                problems.Add($"{name}: there is no setting '{child.Key}'. Use one of {string.Join(", ", Settings.Select(s => s.Name))}.");
            else if (!TrySet(options, setting, child))
                problems.Add($"{name}:{setting.Name} is '{child.Value}'. Write {Kind(setting.PropertyType)}.");
        }

        // A value that could not be read has been told; that it is missing would only repeat it.
        var refused = validators.SelectMany(v => v.Validate(Options.DefaultName, options).Failures ?? []).Select(Worded);
        problems.AddRange(refused.Where(r => !problems.Exists(p => p.Split(' ')[0] == r.Split(' ')[0])).ToArray());
        return problems;
    }

    private static bool TrySet(T options, PropertyInfo setting, IConfigurationSection value)
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
