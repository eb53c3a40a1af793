using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Core.Tests.Mapping;

/// <summary>A field map as its author writes it: the published rows, which do not flow, and what a test puts instead of them or beyond them.</summary>
internal static class MapText
{
    public const string File = "field-map.yaml";

    public static ImmutableArray<RowText> Published { get; } =
    [
        .. PublishedTable.Rows.Select((row, at) => Row(at + 1, true, row.Section, $"row: {row.Label}; field: {Field(row.Label)}; flow: none; reason: not in this test")),
    ];

    /// <summary>The published rows with one row beyond them, on line 100.</summary>
    public static FieldMapResult Check(string beyond, params (string Name, ValueMap Map)[] maps) => Check([.. Published, Beyond(beyond)], maps);

    public static FieldMapResult Check(ImmutableArray<RowText> rows, params (string Name, ValueMap Map)[] maps) =>
        FieldMapCheck.Check(rows, maps.ToDictionary(m => m.Name, m => m.Map with { Name = m.Name }), "AWS_Co_Sell_Opportunity__c");

    public static RowText Beyond(string text, int line = 100) => Row(line, false, "", text);

    /// <summary>The published rows with one of them replaced.</summary>
    public static ImmutableArray<RowText> With(string label, string text) =>
        [.. Published.Select((row, at) => PublishedTable.Labels[at] == label ? Row(at + 1, true, row.Section, text) : row)];

    public static string Field(string label) => label.Replace(' ', '_') + "__c";

    private static RowText Row(int line, bool published, string section, string text)
    {
        var pairs = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(':', 2, StringSplitOptions.TrimEntries));
        return new RowText(File, line, published, section, pairs.ToLookup(p => p[0], p => p[1]).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray()));
    }
}
