using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using YamlDotNet.RepresentationModel;

namespace SyncWorker.Configuration;

/// <summary>One value map as its author wrote it.</summary>
internal sealed class ValueMapText(string name, YamlMappingNode map, string file, List<Finding> findings)
{
    private static readonly ImmutableArray<string> Keys = ["aws", "salesforce", "primary", "spellings", "otherwise", "open"];

    public ValueMap Read()
    {
        foreach (var key in map.Children.Keys.Where(k => !Keys.Contains(YamlText.Text(k)))) Add(key, $"there is no key '{YamlText.Text(key)}' here.", $"Use one of {string.Join(", ", Keys)}.");
        return new ValueMap(name, Aws(), Pairs("salesforce", StringComparer.OrdinalIgnoreCase), Pairs("primary", StringComparer.Ordinal), Pairs("spellings", StringComparer.Ordinal), Word("otherwise", "hold", "empty") == "empty")
        {
            Open = Word("open", "false", "true") == "true",
        };
    }

    private ImmutableArray<string> Aws()
    {
        if (At("aws") is not { } list) return [];
        var values = list is YamlSequenceNode ? YamlText.Texts(list) : null;
        if (values is null) Add(list, "aws is no list of values.", "Write AWS's values in square brackets, or one a line with a dash.");
        return values ?? [];
    }

    private ImmutableDictionary<string, string> Pairs(string key, StringComparer comparer)
    {
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(comparer);
        if (At(key) is { } node and not YamlMappingNode) Add(node, $"{key} holds something else than values.", "Write one 'value: value' a line.");
        foreach (var (from, to) in YamlText.Entries(At(key) as YamlMappingNode))
        {
            var (left, right) = (YamlText.Text(from), YamlText.Text(to));
            if (left.Length == 0 || right.Length == 0) Add(from, $"{key} holds something else than values.", "Write 'value: value'.");
            else if (!pairs.TryAdd(left, right)) Add(from, $"{key} has '{left}' twice.", "Keep one; capital letters make no difference.");
        }

        return pairs.ToImmutable();
    }

    private string Word(string key, string usual, string other)
    {
        if (At(key) is not { } node) return usual;
        var word = YamlText.Text(node);
        if (word != usual && word != other) Add(node, $"{key} is '{word}'.", $"Write {usual} or {other}.");
        return word;
    }

    private YamlNode? At(string key) => map.Children.TryGetValue(key, out var node) ? node : null;

    private void Add(YamlNode node, string message, string fix) => findings.Add(new Finding(file, YamlText.Line(node), $"{name}: {message}", fix));
}
