using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SyncWorker.Core.Mapping.MemberPaths;

/// <summary>Reads the text of a path.</summary>
internal static partial class MemberPathParser
{
    private static readonly ImmutableDictionary<string, PathRoot> Roots =
        Enum.GetValues<PathRoot>().ToImmutableDictionary(r => char.ToLowerInvariant(r.ToString()[0]) + r.ToString()[1..], StringComparer.Ordinal);

    public static (MemberPath? Path, string? Problem) Parse(string text)
    {
        var first = text.IndexOf('.', StringComparison.Ordinal);
        var root = first < 0 ? text : text[..first];
        if (!Roots.TryGetValue(root, out var start))
            return (null, $"'{root}' is not where a path starts; it starts with one of {string.Join(", ", Roots.Keys.Order())}.");
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        var at = first < 0 ? text.Length : first;
        while (at < text.Length)
        {
            if (Step().Match(text, at) is not { Success: true } match)
                return (null, $"'{text}' cannot be read from '{text[at..]}' on.");
            if (Read(match) is not { } step)
                return (null, $"'{match.Groups["pick"].Value}' in '{text}' picks no element: write a position such as [0] or members such as [BusinessTitle=PDM].");
            steps.Add(step);
            at += match.Length;
        }
        return steps.Count == 0 ? (null, $"'{text}' names no member.") : (new MemberPath(start, steps.ToImmutable()), null);
    }

    private static PathStep? Read(Match match)
    {
        var name = match.Groups["name"].Value;
        if (!match.Groups["pick"].Success)
            return new PathStep(name, null, []);
        var pick = match.Groups["pick"].Value;
        if (int.TryParse(pick, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return new PathStep(name, index, []);
        var pairs = pick.Split(',').Select(p => p.Split('=', 2)).ToArray();
        return pairs.All(p => p is [{ Length: > 0 } key, { Length: > 0 }] && Name().IsMatch(key))
            ? new PathStep(name, null, [.. pairs.Select(p => KeyValuePair.Create(p[0], p[1]))])
            : null;
    }

    [GeneratedRegex(@"\G\.(?<name>[A-Za-z][A-Za-z0-9]*)(?:\[(?<pick>[^\[\]]*)\])?")]
    private static partial Regex Step();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*\z")]
    private static partial Regex Name();
}
