using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>The keys of a row.</summary>
internal static class RowKeys
{
    private static readonly ImmutableArray<string> Known =
    [
        "row", "screen", "field", "object", "follows", "read", "write", "flow", "codec", "values", "length", "cut", "default", "group", "complete", "when", "keepWhenEmpty", "whenPast",
        "reason", "derived", "argument", "type", "required", "help", "history", "writeStandard",
    ];

    private static readonly ImmutableArray<string> Lists = ["field", "read", "when"];

    private static readonly ImmutableArray<string> Always = ["row", "field", "flow"];

    public static void Check(RowPage page)
    {
        foreach (var (key, values) in page.Text.Values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            if (!Known.Contains(key))
                page.Add($"there is no key '{key}'.", Nearest.Fix(key, Known, "Use"));
            else if (!page.Has(key))
                page.Add($"{key} has no value.", "Write one, or leave the key out.");
            else if (values.Length > 1 && !Lists.Contains(key))
                page.Add($"{key} has {values.Length} values.", "Write one.");
        }
        foreach (var key in Always.Where(key => !page.Text.Values.ContainsKey(key)))
            page.Add($"{key} is missing.", $"Write {key}:.");
    }
}
