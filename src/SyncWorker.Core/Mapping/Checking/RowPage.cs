using System.Collections.Immutable;
using System.Globalization;

namespace SyncWorker.Core.Mapping.Checking;

/// <summary>One row under the pen: what its author wrote, and the place where findings about it go.</summary>
internal sealed class RowPage(RowText text, List<Finding> findings)
{
    public RowText Text => text;

    /// <summary>The row's label; empty where it has none.</summary>
    public string Label => Written("row");

    public ImmutableArray<string> Many(string key) => text.Values.TryGetValue(key, out var values) ? [.. values.Select(v => v.Trim()).Where(v => v.Length > 0)] : [];

    public bool Has(string key) => Many(key).Length > 0;

    public string? One(string key) => Many(key) is [var first, ..] ? first : null;

    public string Written(string key) => One(key) ?? "";

    public bool Flag(string key)
    {
        if (One(key) is { } word && word is not ("true" or "false"))
            Add($"{key} is '{word}'.", "Write true or false.");
        return One(key) == "true";
    }

    public int? Number(string key)
    {
        if (One(key) is not { } word)
            return null;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Add($"{key} is '{word}'.", "Write a whole number above 0.");
        return null;
    }

    public void Add(string message, string fix) =>
        findings.Add(new Finding(text.File, text.Line, Label.Length > 0 ? $"Row '{Label}': {message}" : $"A row without a label: {message}", fix));

    /// <summary>Whether something was found since a count was taken.</summary>
    public bool FoundSince(int count) => findings.Count > count;

    public int Found => findings.Count;
}
