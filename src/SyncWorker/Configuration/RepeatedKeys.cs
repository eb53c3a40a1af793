using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SyncWorker.Configuration;

/// <summary>Finds every key that stands twice in one mapping. The representation model would stop at the first.</summary>
internal static class RepeatedKeys
{
    /// <summary>Each repeated key with its line and the line where it stood first, counted from 1.</summary>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static IEnumerable<(string Key, int Line, int First)> Find(string text)
    {
        var parser = new Parser(new StringReader(text));
        var open = new Stack<Nested>();
        while (parser.MoveNext())
        {
            if (parser.Current is MappingEnd or SequenceEnd)
            {
                open.Pop();
                continue;
            }

            if (parser.Current is not NodeEvent node) continue;
            if (open.TryPeek(out var around) && around.IsKey() && node is Scalar key && !around.Keys.TryAdd(key.Value, (int)key.Start.Line))
                yield return (key.Value, (int)key.Start.Line, around.Keys[key.Value]);
            if (node is MappingStart or SequenceStart) open.Push(new Nested(node is MappingStart));
        }
    }

    /// <summary>A mapping or list that is being read; in a mapping keys and values take turns.</summary>
    private sealed class Nested(bool isMapping)
    {
        private bool _keyIsNext = true;

        public Dictionary<string, int> Keys { get; } = [];

        public bool IsKey()
        {
            var isKey = isMapping && _keyIsNext;
            _keyIsNext = !_keyIsNext;
            return isKey;
        }
    }
}
