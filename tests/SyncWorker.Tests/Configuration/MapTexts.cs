namespace SyncWorker.Tests.Configuration;

/// <summary>The shipped files' texts, to be broken by tests.</summary>
internal static class MapTexts
{
    public static string Map { get; } = File.ReadAllText(Path.Combine(Repository.Config, "field-map.yaml"));

    public static string Picklists { get; } = File.ReadAllText(Path.Combine(Repository.Config, "picklists.yaml"));

    /// <summary>A text with its first occurrence of some words replaced; fails where they do not occur.</summary>
    public static string With(this string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{old}' does not occur");
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
    }

    /// <summary>The line, counted from 1, in which some words occur first.</summary>
    public static int LineOf(this string text, string words) => text[..text.IndexOf(words, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
