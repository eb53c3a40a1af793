using System.Globalization;
using System.Text;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Text as the codecs take it: without the characters that one of the two sides adds or changes on its own.</summary>
internal static class PlainText
{
    /// <summary>
    /// Undoes the entities in which Partner Central sometimes gives a colon and an ampersand, to the last one: a text that still held one would read differently on its way back.
    /// </summary>
    public static string WithoutEntities(string text)
    {
        for (var before = ""; before != text;)
        {
            before = text;
            text = text.Replace("&amp;colon;", ":", StringComparison.Ordinal).Replace("&colon;", ":", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>Line ends as LF, no entities, no blanks around.</summary>
    public static string Clean(string text) => Trimmed(WithoutEntities(text));

    /// <summary>Line ends as LF, no blanks around.</summary>
    public static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    /// <summary>The beginning of a text, never half a character.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();

    /// <summary>Words with one blank between them.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// What two spellings of a picklist value have in common: word processors and AWS's own lists write other dashes, quotes and blanks, and blanks around a slash or none.
    /// </summary>
    public static string Key(string word)
    {
        var plain = Ascii.IsValid(word) ? word : string.Concat(word.Select(c => c switch
        {
            '\u2018' or '\u2019' or '\u02bc' => "'",
            '\u201c' or '\u201d' => "\"",
            '\u2212' => "-",
            '\u200b' or '\u2060' or '\ufeff' => "",
            _ => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? "-" : c.ToString(),
        }));
        return OneLine(plain).Replace(" /", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal);
    }

    /// <summary>A text as a message quotes it.</summary>
    public static string Quote(string? text) => text is null ? "the value" : $"'{Cut(OneLine(text), 60)}'";
}
