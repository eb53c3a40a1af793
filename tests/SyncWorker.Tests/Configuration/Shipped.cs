using SyncWorker.Configuration;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Tests.Configuration;

/// <summary>The configuration as it is shipped, and as somebody broke it.</summary>
internal static class Shipped
{
    public static string MapText { get; } = File.ReadAllText(Path.Combine(Repository.Config, "field-map.yaml"));

    public static string PicklistText { get; } = File.ReadAllText(Path.Combine(Repository.Config, "picklists.yaml"));

    public static FieldMap Map { get; } = FieldMapLoader.Load(Repository.Config).Map ?? throw new InvalidOperationException("The shipped map has findings.");

    /// <summary>What is found after pieces of the map were replaced, as text.</summary>
    public static string[] Findings(params (string Piece, string By)[] map) => Findings(Replace(MapText, map), PicklistText);

    /// <summary>What is found after pieces of the value maps were replaced, as text.</summary>
    public static string[] PicklistFindings(params (string Piece, string By)[] picklists) => Findings(MapText, Replace(PicklistText, picklists));

    public static string[] Findings(string map, string picklists) => [.. FieldMapLoader.Read(map, picklists).Findings.Select(f => f.ToString())];

    /// <summary>The line where a piece of text stands, counted from 1.</summary>
    public static int Line(string text, string piece) => text[..text.IndexOf(piece, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    public static string Replace(string text, params (string Piece, string By)[] pieces)
    {
        foreach (var (piece, by) in pieces)
        {
            Assert.Contains(piece, text, StringComparison.Ordinal);
            text = text.Replace(piece, by, StringComparison.Ordinal);
        }

        return text;
    }
}
