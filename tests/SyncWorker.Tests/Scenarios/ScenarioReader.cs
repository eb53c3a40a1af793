namespace SyncWorker.Tests.Scenarios;

/// <summary>Reads a scenario file: a line a step, <c>Verb: what</c>; <c>#</c> starts a remark.</summary>
internal static class ScenarioReader
{
    private static readonly Dictionary<string, ScenarioVerb> Verbs = Enum.GetValues<ScenarioVerb>().ToDictionary(v => v.ToString(), v => v, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<ScenarioLine> Read(string text) =>
    [
        .. text.Split('\n').Select((line, at) => (Text: line.Trim(), Number: at + 1)).Where(l => l.Text.Length > 0 && l.Text[0] != '#').Select(l => Line(l.Number, l.Text)),
    ];

    private static ScenarioLine Line(int number, string text)
    {
        var (verb, rest) = text.Split(':', 2) is [var first, var second] ? (first, second.Trim()) : (text, "");
        return Verbs.TryGetValue(verb.Replace(" ", "", StringComparison.Ordinal), out var known)
            ? new ScenarioLine(number, known, rest)
            : throw new ScenarioFailedException($"line {number}: '{verb}' is none of the scenario words");
    }
}
