using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>Reads <c>field-map.yaml</c> into lines with their positions. What they mean is <see cref="FieldMapCheck"/>'s business.</summary>
/// <param name="RecordType">The co-sell record's object.</param>
/// <param name="Rows">The rows as written.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record FieldMapFile(string RecordType, ImmutableArray<RowText> Rows, ImmutableArray<Finding> Findings)
{
    private static readonly ImmutableArray<string> Keys = ["object", "lookup", "rows", "beyond"];

    public static FieldMapFile Read(string text, string fileName)
    {
        var findings = new List<Finding>();
        if (YamlText.Read(text, fileName, findings) is not { } root) return new FieldMapFile("", [], [.. findings]);
        foreach (var key in root.Children.Keys.Where(k => !Keys.Contains(YamlText.Text(k))))
            findings.Add(new Finding(fileName, YamlText.Line(key), $"there is no key '{YamlText.Text(key)}' here.", $"Use one of {string.Join(", ", Keys)}."));
        var recordType = YamlText.Text(At(root, "object"));
        if (recordType.Length == 0) findings.Add(new Finding(fileName, 1, "object is missing.", "Write object: with the co-sell record's API name, such as AWS_Co_Sell_Opportunity__c."));
        ImmutableArray<RowText> rows = [.. Lines(At(root, "rows"), fileName, true, findings), .. Lines(At(root, "beyond"), fileName, false, findings)];
        if (rows.IsEmpty) findings.Add(new Finding(fileName, 1, "rows is missing.", "Write rows: with the published table's rows, one a line."));
        LookupCheck.Check(fileName, At(root, "lookup"), rows, findings);
        return new FieldMapFile(recordType, rows, [.. findings]);
    }

    private static YamlNode? At(YamlMappingNode root, string key) => root.Children.TryGetValue(key, out var node) ? node : null;

    private static IEnumerable<RowText> Lines(YamlNode? list, string file, bool isPublished, List<Finding> findings)
    {
        if (list is not YamlSequenceNode lines)
        {
            if (list is not null) findings.Add(new Finding(file, YamlText.Line(list), "this is no list of rows.", "Write one row a line, each starting with '- {'."));
            yield break;
        }

        var section = "";
        foreach (var line in lines)
        {
            if (line is not YamlMappingNode row) findings.Add(new Finding(file, YamlText.Line(line), "this is no row.", "Write a row as '- { row: …, field: …, flow: … }'."));
            else if (row.Children is [var (only, heading)] && YamlText.Text(only) == "section") section = YamlText.Text(heading);
            else yield return new RowText(file, YamlText.Line(row), isPublished, section, Values(row, file, findings));
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Values(YamlMappingNode row, string file, List<Finding> findings)
    {
        var values = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var (key, value) in row.Children)
        {
            var name = YamlText.Text(key);
            if (YamlText.Texts(value) is { } texts) values[name] = texts;
            else findings.Add(new Finding(file, YamlText.Line(value), $"{name} holds neither a value nor a list of values.", "Write one value, or several in square brackets."));
        }

        return values.ToImmutable();
    }
}
