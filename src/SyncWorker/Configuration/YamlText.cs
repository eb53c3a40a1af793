using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>A YAML file with the positions of what stands in it.</summary>
internal static class YamlText
{
    private const string Duplicate = "Duplicate key ";

    /// <summary>The file's top-level mapping; null with a finding where it cannot be read.</summary>
    public static YamlMappingNode? Read(string text, string file, ICollection<Finding> findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            findings.Add(new Finding(file, 1, "The file holds no keys.", "Write keys with values."));
        }
        catch (YamlException twice) when (twice.Message.StartsWith(Duplicate, StringComparison.Ordinal))
        {
            findings.Add(new Finding(file, (int)twice.Start.Line, $"The key '{twice.Message[Duplicate.Length..]}' stands twice.", "Keep one of the two."));
        }
        catch (YamlException broken)
        {
            findings.Add(NoYaml(file, broken.Start, broken.InnerException?.Message ?? broken.Message));
        }
        catch (InvalidOperationException)
        {
            // The parser gives up like this on some unfinished lists.
            findings.Add(NoYaml(file, parser.Current?.End ?? Mark.Empty, "a bracket, brace or quote is not closed."));
        }

        return null;
    }

    /// <summary>Says which keys of a mapping nobody knows.</summary>
    public static void CheckKeys(YamlMappingNode map, ImmutableArray<string> known, string where, string file, ICollection<Finding> findings)
    {
        foreach (var key in map.Children.Keys.Where(k => k is not YamlScalarNode { Value: { } name } || !known.Contains(name)))
            findings.Add(new Finding(file, Line(key), $"{where}there is no key '{key}' here.", $"Use one of {string.Join(", ", known)}."));
    }

    /// <summary>What stands under a key; null where the key is not there.</summary>
    public static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) ? node : null;

    /// <summary>The text under a key; null where there is none.</summary>
    public static string? Scalar(YamlMappingNode map, string key) => (Find(map, key) as YamlScalarNode)?.Value;

    /// <summary>The line of a node, counted from 1.</summary>
    public static int Line(YamlNode node) => (int)node.Start.Line;

    /// <summary>A scalar's text, or the texts of a list; null for anything else.</summary>
    public static ImmutableArray<string>? Texts(YamlNode node) => node switch
    {
        YamlScalarNode scalar => string.IsNullOrEmpty(scalar.Value) ? [] : [scalar.Value],
        YamlSequenceNode list when list.All(i => i is YamlScalarNode { Value: not null }) => [.. list.Select(i => ((YamlScalarNode)i).Value!)],
        _ => null,
    };

    private static Finding NoYaml(string file, Mark at, string problem) =>
        new(file, Math.Max(1, (int)at.Line), $"This cannot be read as YAML: {problem}", "Correct the line; quote values with special characters.");
}
