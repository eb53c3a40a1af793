using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>Reads <c>picklists.yaml</c>: the value maps by name.</summary>
internal sealed record PicklistFile(ImmutableDictionary<string, ValueMap> Maps, ImmutableArray<Finding> Findings)
{
    private static readonly ImmutableArray<string> Keys = ["aws", "salesforce", "primary", "spellings", "otherwise", "open"];

    public static PicklistFile Read(string text, string file)
    {
        var findings = new List<Finding>();
        var maps = ImmutableDictionary.CreateBuilder<string, ValueMap>();
        foreach (var (key, value) in YamlText.Entries(YamlText.Read(text, file, findings)))
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (value is YamlMappingNode map) maps[name] = Map(name, map, file, findings);
            else findings.Add(new Finding(file, YamlText.Line(key), $"{name} is no value map.", "Write aws: with AWS's values, and salesforce: with what the org's own values mean."));
        }

        return new PicklistFile(maps.ToImmutable(), [.. findings]);
    }

    private static ValueMap Map(string name, YamlMappingNode map, string file, List<Finding> findings)
    {
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => !Keys.Contains(k.Value ?? "")))
            findings.Add(new Finding(file, YamlText.Line(key), $"{name}: there is no key '{key.Value}' here.", $"Use one of {string.Join(", ", Keys)}."));
        var aws = map.Children.TryGetValue("aws", out var list) ? YamlText.Texts(list) ?? [] : [];
        var otherwise = Scalar(map, "otherwise");
        if (otherwise is not (null or "hold" or "empty"))
            findings.Add(new Finding(file, YamlText.Line(map.Children["otherwise"]), $"{name}: otherwise is '{otherwise}'.", "Write hold or empty."));
        return new ValueMap(name, aws, Pairs(map, name, "salesforce", file, findings), Pairs(map, name, "primary", file, findings), Pairs(map, name, "spellings", file, findings), otherwise == "empty")
        {
            Open = Scalar(map, "open") == "true",
        };
    }

    private static ImmutableDictionary<string, string> Pairs(YamlMappingNode map, string name, string key, string file, List<Finding> findings)
    {
        if (!map.Children.TryGetValue(key, out var node)) return ImmutableDictionary<string, string>.Empty;
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(key == "salesforce" ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (from, to) in YamlText.Entries(node as YamlMappingNode))
        {
            if (from is YamlScalarNode { Value: { } left } && to is YamlScalarNode { Value: { } right }) pairs[left] = right;
            else findings.Add(new Finding(file, YamlText.Line(from), $"{name}: {key} holds something else than values.", "Write 'value: value'."));
        }

        return pairs.ToImmutable();
    }

    private static string? Scalar(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;
}
