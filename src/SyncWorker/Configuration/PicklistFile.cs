using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>Reads <c>picklists.yaml</c>: the value maps by name.</summary>
/// <param name="IsYaml">Whether the file could be read at all.</param>
/// <param name="Maps">The value maps.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record PicklistFile(bool IsYaml, ImmutableDictionary<string, ValueMap> Maps, ImmutableArray<Finding> Findings)
{
    private static readonly ImmutableArray<string> Keys = ["aws", "salesforce", "primary", "spellings", "otherwise", "open"];

    public static PicklistFile Read(string text, string file)
    {
        var findings = new List<Finding>();
        var maps = ImmutableDictionary.CreateBuilder<string, ValueMap>();
        if (YamlText.Read(text, file, findings) is not { } root) return new PicklistFile(false, ImmutableDictionary<string, ValueMap>.Empty, [.. findings]);
        foreach (var (key, value) in root.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (value is YamlMappingNode map) maps[name] = Map(name, map, file, findings);
            else findings.Add(new Finding(file, YamlText.Line(key), $"'{name}' is no value map.", "Write aws: with AWS's values, and salesforce: with what the org's own values mean."));
        }

        return new PicklistFile(true, maps.ToImmutable(), [.. findings]);
    }

    private static ValueMap Map(string name, YamlMappingNode map, string file, List<Finding> findings)
    {
        YamlText.CheckKeys(map, Keys, $"The value map '{name}': ", file, findings);
        return new ValueMap(name, Aws(map, name, file, findings), Pairs("salesforce"), Pairs("primary"), Pairs("spellings"), Choice("otherwise", "hold", "empty"))
        {
            Open = Choice("open", "false", "true"),
        };

        bool Choice(string key, string no, string yes)
        {
            var word = YamlText.Scalar(map, key) ?? no;
            if (word != no && word != yes)
                findings.Add(new Finding(file, YamlText.Line(YamlText.Find(map, key)!), $"The value map '{name}': {key} is '{word}'.", $"Write {no} or {yes}."));
            return word == yes;
        }

        ImmutableDictionary<string, string> Pairs(string key) => PicklistFile.Pairs(map, name, key, file, findings);
    }

    private static ImmutableArray<string> Aws(YamlMappingNode map, string name, string file, List<Finding> findings)
    {
        if (YamlText.Find(map, "aws") is not { } list) return [];
        if (list is YamlSequenceNode && YamlText.Texts(list) is { } values) return values;
        findings.Add(new Finding(file, YamlText.Line(list), $"The value map '{name}': aws is no list of values.", "Write AWS's values in square brackets."));
        return [];
    }

    private static ImmutableDictionary<string, string> Pairs(YamlMappingNode map, string name, string key, string file, List<Finding> findings)
    {
        if (YamlText.Find(map, key) is not { } node) return ImmutableDictionary<string, string>.Empty;
        if (node is YamlMappingNode pairs && pairs.Children.All(p => p is { Key: YamlScalarNode, Value: YamlScalarNode }))
            return pairs.Children.ToImmutableDictionary(p => ((YamlScalarNode)p.Key).Value ?? "", p => ((YamlScalarNode)p.Value).Value ?? "");
        findings.Add(new Finding(file, YamlText.Line(node), $"The value map '{name}': {key} holds something else than pairs of values.", "Write one pair a line, as 'Closed Won: Committed'."));
        return ImmutableDictionary<string, string>.Empty;
    }
}
