using System.Text;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>String literals of a query: which escapes there are, and what they mean.</summary>
internal static class SoqlText
{
    private const string Escapable = "'\"\\nNrRtTbBfF_%";

    public static bool IsWellEscaped(string quoted)
    {
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] == '\\' && !Escapable.Contains(quoted[++i]))
                return false;
        }

        return true;
    }

    /// <summary>The text between the quotes. "\_" and "\%" keep their backslash, because only LIKE knows what they mean.</summary>
    public static string Decode(string quoted)
    {
        var text = new StringBuilder();
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                text.Append(quoted[i]);
                continue;
            }

            var escaped = quoted[++i];
            text.Append(escaped switch
            {
                'n' or 'N' => "\n",
                'r' or 'R' => "\r",
                't' or 'T' => "\t",
                'b' or 'B' => "\b",
                'f' or 'F' => "\f",
                '_' or '%' => "\\" + escaped,
                _ => escaped.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>A literal that is compared as a whole has no wildcards to escape.</summary>
    public static string Plain(string decoded) => decoded.Replace("\\_", "_", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal);

    /// <summary>Whether the text matches a LIKE pattern: "%" is any run of characters, "_" exactly one, case does not matter.</summary>
    public static bool IsLike(string text, string pattern) => IsLike(text.AsSpan(), pattern.AsSpan());

    private static bool IsLike(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '%')
            {
                pattern = pattern.TrimStart('%');
                for (var i = 0; i <= text.Length; i++)
                {
                    if (IsLike(text[i..], pattern))
                        return true;
                }

                return false;
            }

            var escaped = pattern[0] == '\\' && pattern.Length > 1 && pattern[1] is '_' or '%';
            if (escaped)
                pattern = pattern[1..];
            if (text.IsEmpty || ((escaped || pattern[0] != '_') && char.ToLowerInvariant(text[0]) != char.ToLowerInvariant(pattern[0])))
                return false;
            text = text[1..];
            pattern = pattern[1..];
        }

        return text.IsEmpty;
    }
}
