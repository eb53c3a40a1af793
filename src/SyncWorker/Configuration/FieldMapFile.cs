using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>Reads <c>field-map.yaml</c> into lines with their positions. What they mean is <see cref="FieldMapCheck"/>'s business.</summary>
/// <param name="IsTable">Whether the file could be read and holds rows.</param>
/// <param name="RecordType">The co-sell record's object.</param>
/// <param name="Rows">The rows as written.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record FieldMapFile(bool IsTable, string RecordType, ImmutableArray<RowText> Rows, ImmutableArray<Finding> Findings)
{
    private static readonly ImmutableArray<string> Keys = ["object", "rows", "beyond"];

    public static FieldMapFile Read(string text, string file)
    {
        var findings = new List<Finding>();
        if (YamlText.Read(text, file, findings) is not { } root) return new FieldMapFile(false, "", [], [.. findings]);
        YamlText.CheckKeys(root, Keys, "", file, findings);
        ImmutableArray<RowText> rows = [.. Lines(root, "rows", file, findings), .. Lines(root, "beyond", file, findings)];
        if (rows.IsEmpty) findings.Add(new Finding(file, 1, "There is no row.", "Write rows: with the published table's rows, and beyond: with the others."));
        return new FieldMapFile(!rows.IsEmpty, YamlText.Scalar(root, "object") ?? "", rows, [.. findings]);
    }

    private static IEnumerable<RowText> Lines(YamlMappingNode root, string key, string file, List<Finding> findings)
    {
        if (YamlText.Find(root, key) is not { } list) yield break;
        if (list is not YamlSequenceNode lines)
        {
            findings.Add(new Finding(file, YamlText.Line(list), $"{key} is no list of rows.", $"Write below it one row a line, as '- {{ row: …, field: …, flow: … }}'."));
            yield break;
        }

        var section = "";
        foreach (var line in lines)
        {
            if (line is not YamlMappingNode row) findings.Add(new Finding(file, YamlText.Line(line), "This is no row.", "Write a row as '- { row: …, field: …, flow: … }'."));
            else if (row.Children.Count == 1 && YamlText.Scalar(row, "section") is { } heading) section = heading;
            else yield return new RowText(file, YamlText.Line(row), key == "rows", section, Values(row, file, findings));
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Values(YamlMappingNode row, string file, List<Finding> findings)
    {
        var values = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var (key, value) in row.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (YamlText.Texts(value) is { } texts) values[name] = texts;
            else findings.Add(new Finding(file, YamlText.Line(value), $"Row '{YamlText.Scalar(row, "row")}': {name} holds neither a value nor a list of values.", "Write one value, or several in square brackets."));
        }

        return values.ToImmutable();
    }
}
