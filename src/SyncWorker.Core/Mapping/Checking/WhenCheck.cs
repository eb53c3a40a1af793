using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Reads and checks the conditions of a row: <c>Sale Stage = Closed Lost | Launched</c>.</summary>
internal static class WhenCheck
{
    private const string Empty = "(empty)";

    public static ImmutableArray<When> Read(RowPage page) => [.. page.Many("when").Select(Read).OfType<When>()];

    /// <summary>Compares the conditions with the other rows.</summary>
    public static void Check(RowPage page, IReadOnlyCollection<string> labels, IReadOnlyDictionary<string, Row> rows)
    {
        foreach (var text in page.Many("when"))
        {
            if (Read(text) is not { } when)
                page.Add($"when is '{text}'.", "Write another row's label and its values: Sale Stage = Closed Lost | Launched.");
            else if (when.Row == page.Label || !labels.Contains(when.Row))
                page.Add(
                    $"when names '{when.Row}', which is {(when.Row == page.Label ? "the row itself" : "no row of the map")}.",
                    Nearest.Fix(when.Row, [.. labels.Where(l => l != page.Label)], "Name"));
            else if (rows.TryGetValue(when.Row, out var row) && row.Flow == Flow.None)
                page.Add($"when names '{when.Row}', whose flow is none: nobody reads it.", "Name a row that is synchronised.");
            else if (row is not null)
                Values(page, when, row);
        }
    }

    private static void Values(RowPage page, When when, Row row)
    {
        foreach (var problem in when.Values.Where(v => v != Empty).Select(v => DefaultCheck.Problem(row, v)).OfType<string>())
            page.Add($"when: a value of '{when.Row}' {problem}.", $"Write a value that '{when.Row}' can hold, or {Empty}.");
    }

    private static When? Read(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0)
            return null;
        var values = text[(at + 1)..].Split('|').Select(v => v.Trim()).ToImmutableArray();
        return values.Contains("") ? null : new When(text[..at].Trim(), values);
    }
}
