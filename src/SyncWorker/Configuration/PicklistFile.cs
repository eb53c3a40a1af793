using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>Reads <c>picklists.yaml</c>: the value maps by name.</summary>
/// <param name="Maps">The value maps; null where the file cannot be read at all.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record PicklistFile(ImmutableDictionary<string, ValueMap>? Maps, ImmutableArray<Finding> Findings)
{
    public static PicklistFile Read(string text, string fileName)
    {
        var findings = new List<Finding>();
        if (YamlText.Read(text, fileName, findings) is not { } root) return new PicklistFile(null, [.. findings]);
        var maps = ImmutableDictionary.CreateBuilder<string, ValueMap>();
        foreach (var (key, value) in root.Children)
        {
            var name = YamlText.Text(key);
            if (value is YamlMappingNode map) maps[name] = new ValueMapText(name, map, fileName, findings).Read();
            else findings.Add(new Finding(fileName, YamlText.Line(key), $"{name} is no value map.", "Write aws: with AWS's values, and salesforce: with what the org's own values mean."));
        }

        return new PicklistFile(maps.ToImmutable(), [.. findings]);
    }
}
