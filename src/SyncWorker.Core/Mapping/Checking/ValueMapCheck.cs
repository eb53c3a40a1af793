using System.Collections.Immutable;
using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>Finds a row's value map and compares it with AWS's own values. A row without one gets AWS's values as they are.</summary>
internal static class ValueMapCheck
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    public static ValueMap? Check(RowPage page, string codec, Flow? flow, RowPaths paths, IReadOnlyDictionary<string, ValueMap> valueMaps)
    {
        if (page.One("values") is not { } name)
            return codec is "picklist" or "set" ? Own(flow, paths) : null;
        if (codec is not ("picklist" or "set" or "country"))
            page.Add($"the codec '{codec}' takes no value map.", "Leave values out.");
        if (!valueMaps.TryGetValue(name, out var map))
        {
            page.Add($"there is no value map '{name}'.", Nearest.Fix(name, [.. valueMaps.Keys.Order(StringComparer.Ordinal)], "Use"));
            return null;
        }
        Values(page, map, codec == "country" ? Countries.All : Union(paths.Members));
        return map;
    }

    // What AWS alone says is shown as it is, even when AWS has a new word for it; what goes to AWS must be a word that AWS takes.
    private static ValueMap? Own(Flow? flow, RowPaths paths) => paths.Members.FirstOrDefault(m => m.List is not null) is not { } member ? null
        : new ValueMap(member.List!, Union(paths.Members), None, None, AwsEnums.Spellings.Where(s => member.Values.Contains(s.Value)).ToImmutableDictionary(), false)
        {
            Open = flow == Flow.ToSalesforce,
        };

    private static ImmutableArray<string> Union(ImmutableArray<AwsMember> members) =>
        members.Any(m => m.List is null) ? [] : [.. members.SelectMany(m => m.Values).Distinct()];

    private static void Values(RowPage page, ValueMap map, ImmutableArray<string> aws)
    {
        foreach (var value in map.Aws.Where(v => !aws.IsEmpty && !aws.Contains(v)))
            page.Add($"the value map '{map.Name}' has '{value}', which is no value of AWS's.", Nearest.Fix(value, aws, "Use"));
        var legal = map.Aws.IsEmpty ? aws : map.Aws;
        var targets = map.ToAws.Where(p => p.Value.Length > 0).Concat(map.Spellings).Select(p => (From: p.Key, To: p.Value));
        foreach (var (from, to) in targets.Where(t => !legal.IsEmpty && !legal.Contains(t.To)).OrderBy(t => t.From, StringComparer.Ordinal))
            page.Add($"the value map '{map.Name}' turns '{from}' into '{to}', which is not among its AWS values.", Nearest.Fix(to, legal, "Use"));
        foreach (var twice in map.ToAws.GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).Where(g => g.Select(p => p.Value).Distinct().Count() > 1))
            page.Add($"the value map '{map.Name}' has '{twice.Key}' twice, with different meanings.", "Keep one; capital letters make no difference.");
        foreach (var (value, primary) in map.Back.OrderBy(p => p.Key, StringComparer.Ordinal).Where(p => !Means(map, p.Value, p.Key)))
            page.Add($"the value map '{map.Name}' marks '{primary}' as primary for '{value}', which it does not mean.", $"Mark a Salesforce value that means '{value}'.");
    }

    private static bool Means(ValueMap map, string word, string meaning) =>
        map.ToAws.Any(p => p.Key.Equals(word, StringComparison.OrdinalIgnoreCase) && p.Value == meaning)
        || (word.Equals(meaning, StringComparison.OrdinalIgnoreCase) && !map.ToAws.Any(p => p.Key.Equals(word, StringComparison.OrdinalIgnoreCase)));
}
