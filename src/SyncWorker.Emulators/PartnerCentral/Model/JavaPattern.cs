using System.Text;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>AWS writes its patterns for Java: classes of letters and digits are ASCII there, and a character outside the basic plane counts as one.</summary>
internal sealed class JavaPattern(string pattern)
{
    // Neither a letter nor allowed by any range of the model, so only "any character" takes it.
    private const char Outside = '\uFFFF';

    private readonly Regex _match = new($@"\A(?:{Translate(pattern)})\z", RegexOptions.CultureInvariant);

    public override string ToString() => pattern;

    public bool Matches(string text) => _match.IsMatch(Narrow(text));

    /// <summary>The text with one character for each code point.</summary>
    public static string Narrow(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp ? (char)rune.Value : Outside)) : text;

    private static string Translate(string pattern)
    {
        var translated = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '\\' || i + 1 == pattern.Length)
            {
                if (pattern[i] is '[' or ']') inClass = pattern[i] == '[';
                translated.Append(pattern[i]);
                continue;
            }

            var ascii = pattern[++i] switch { 'd' => "0-9", 'w' => "a-zA-Z0-9_", _ => null };
            translated.Append(ascii is null ? $@"\{pattern[i]}" : inClass ? ascii : $"[{ascii}]");
        }

        return translated.ToString();
    }
}
