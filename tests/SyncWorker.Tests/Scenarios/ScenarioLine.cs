namespace SyncWorker.Tests.Scenarios;

/// <summary>One line: a word, what it is about, and a value after <c>=</c> (is) or <c>~</c> (contains).</summary>
internal sealed record ScenarioLine(int Number, string Word, string About, string? Value, bool Contains)
{
    public static ScenarioLine Read(string text, int number)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new ScenarioLine(number, text, "", null, false);
        var (word, rest) = (text[..colon].Trim(), text[(colon + 1)..].Trim());
        var sign = rest.IndexOfAny(['=', '~']);
        return sign < 0 ? new ScenarioLine(number, word, rest, null, false) : new ScenarioLine(number, word, rest[..sign].Trim(), rest[(sign + 1)..].Trim(), rest[sign] == '~');
    }
}
