using System.Globalization;
using System.Text.RegularExpressions;

namespace SyncWorker.Salesforce;

/// <summary>Literals for SOQL. The REST API has no bind variables, so every value goes through here.</summary>
internal static partial class Soql
{
    /// <summary>A quoted string.</summary>
    public static string Text(string value)
    {
        var escaped = value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);
        return $"'{escaped}'";
    }

    /// <summary>A quoted id of 15 or 18 characters.</summary>
    /// <exception cref="ArgumentException">The text is no id.</exception>
    public static string Id(string id) => IdPattern().IsMatch(id) ? $"'{id}'" : throw new ArgumentException("That is no Salesforce id.", nameof(id));

    /// <summary>A date-time, which SOQL wants unquoted and compares at whole seconds.</summary>
    public static string DateTime(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\z")]
    private static partial Regex IdPattern();
}
