using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>A YAML file with the positions of what stands in it.</summary>
internal static class YamlText
{
    /// <summary>The file's top-level mapping; null with findings where it cannot be read.</summary>
    public static YamlMappingNode? Read(string text, string file, ICollection<Finding> findings)
    {
        try
        {
            var repeated = RepeatedKeys.Find(text).ToArray();
            foreach (var (key, line, first) in repeated)
                findings.Add(new Finding(file, line, $"the key '{key}' stands already in line {first}.", "A key may stand once: remove one of the two."));
            if (repeated.Length > 0) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            findings.Add(new Finding(file, 1, "the file holds no mapping.", "Write keys with values."));
        }
        catch (YamlException broken)
        {
            // The parser notices an unclosed line only at the start of the next ones.
            findings.Add(new Finding(file, (int)broken.Start.Line, $"this cannot be read as YAML: {broken.InnerException?.Message ?? broken.Message}", "Correct this line or the one before; quote values with special characters."));
        }

        return null;
    }

    /// <summary>The keys and values of a mapping; none where there is no mapping.</summary>
    public static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlMappingNode? map) => map is null ? [] : map.Children;

    /// <summary>The line of a node, counted from 1.</summary>
    public static int Line(YamlNode node) => (int)node.Start.Line;

    /// <summary>The text of a scalar; empty for anything else.</summary>
    public static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";

    /// <summary>A scalar's text, or the texts of a list; null for anything else.</summary>
    public static ImmutableArray<string>? Texts(YamlNode node) => node switch
    {
        YamlScalarNode scalar => string.IsNullOrEmpty(scalar.Value) ? [] : [scalar.Value],
        YamlSequenceNode list when list.All(i => i is YamlScalarNode { Value: not null }) => [.. list.Select(i => ((YamlScalarNode)i).Value!)],
        _ => null,
    };
}
