using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SyncWorker.Salesforce;

/// <summary>Literals for SOQL. The REST API has no bind variables, so every value goes through here.</summary>
internal static partial class Soql
{
    /// <summary>A quoted string, by the escapes of SOQL's own list. What UTF-8 cannot carry or an editor would not show goes by its code.</summary>
    public static string Text(string value)
    {
        var literal = new StringBuilder("'", value.Length + 2);
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i)) literal.Append(value, i++, 2);
            else literal.Append(Escaped(value[i]));
        }

        return literal.Append('\'').ToString();
    }

    private static string Escaped(char character) => character switch
    {
        '\\' => @"\\",
        '\'' => @"\'",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when char.IsControl(character) || char.IsSurrogate(character) => $@"\u{(int)character:x4}",
        _ => character.ToString(),
    };

    /// <summary>A quoted id of 15 or 18 characters.</summary>
    /// <exception cref="ArgumentException">The text is no id.</exception>
    public static string Id(string id) => IdPattern().IsMatch(id) ? $"'{id}'" : throw new ArgumentException("That is no Salesforce id.", nameof(id));

    /// <summary>A date-time, which SOQL wants unquoted and compares at whole seconds.</summary>
    public static string DateTime(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?\z")]
    private static partial Regex IdPattern();
}
