namespace SyncWorker.Tests.Scenarios;

/// <summary>A scenario as a product owner writes it: a title, then one line a word.</summary>
internal sealed record Scenario(string Title, IReadOnlyList<ScenarioLine> Lines)
{
    /// <summary>Reads a file. Lines that start with # tell the story; empty lines separate.</summary>
    public static Scenario Read(string path)
    {
        var lines = File.ReadAllLines(path).Select((text, i) => (Text: text.Trim(), Number: i + 1)).Where(l => l.Text.Length > 0).ToArray();
        return new Scenario(lines[0].Text.TrimStart('#', ' '), [.. lines.Where(l => l.Text[0] != '#').Select(l => ScenarioLine.Read(l.Text, l.Number))]);
    }
}
