using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>The worker's own table of the members that a field map may use: those of AWS's documents, and what the worker itself knows.</summary>
public static partial class AwsMembers
{
    private static readonly FrozenDictionary<string, AwsMember> ByPath = Read().ToFrozenDictionary(m => m.ToString(), StringComparer.Ordinal);

    /// <summary>Every member.</summary>
    public static ImmutableArray<AwsMember> All { get; } = [.. ByPath.Values.OrderBy(m => m.ToString(), StringComparer.Ordinal)];

    /// <summary>The member at a path; null where AWS has none.</summary>
    public static AwsMember? Find(MemberPath path) => ByPath.GetValueOrDefault(Plain(path));

    /// <summary>A path without what its steps pick by: <c>opportunity.Customer.Contacts[].Email</c>.</summary>
    internal static string Plain(MemberPath path) => $"{Word(path.Root)}.{string.Join('.', path.Steps.Select(s => s.Picks ? s.Name + "[]" : s.Name))}";

    private static string Word(PathRoot root) => char.ToLowerInvariant(root.ToString()[0]) + root.ToString()[1..];

    private static IEnumerable<AwsMember> Read()
    {
        var root = PathRoot.Opportunity;
        foreach (var line in Table.Split('\n'))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
                yield return Member(root, line.Trim().Split(' '));
            else
                root = Enum.Parse<PathRoot>(line, ignoreCase: true);
        }
    }

    private static AwsMember Member(PathRoot root, string[] words)
    {
        var kind = words[1].Split(':');
        var lengths = words.Length == 4 ? words[2].Split('-') : [];
        var marks = words[^1];
        return new AwsMember(
            root,
            words[0],
            Enum.Parse<MemberKind>(kind[0], ignoreCase: true),
            kind.Length == 2 ? kind[1] : null,
            lengths.Length == 2 ? Number(lengths[0]) : 0,
            lengths.Length > 0 ? Number(lengths[^1]) : null,
            marks.Contains('r', StringComparison.Ordinal),
            marks.Contains('w', StringComparison.Ordinal),
            marks.Contains('s', StringComparison.Ordinal));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
