using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>What Salesforce would refuse of a row's field, in the org package or in a query, found when the map is read.</summary>
internal static class FieldLimits
{
    private const int LongestLabel = 40;

    /// <summary>The field types that the package knows.</summary>
    public static readonly string[] Types = ["Checkbox", "Currency", "Date", "DateTime", "Email", "LongTextArea", "Lookup", "MultiselectPicklist", "Phone", "Picklist", "Text", "Url"];

    public static IEnumerable<Finding> Check(RowText row)
    {
        var label = One(row, "row");
        var longest = row.Values.GetValueOrDefault("field", []).Length > 1 ? label + FieldFile.SecondLabel : label;
        if (longest.Length > LongestLabel)
            yield return new Finding(row.File, row.Line, $"Row '{label}': the field's label '{longest}' has {longest.Length} characters.", $"Salesforce takes {LongestLabel}: shorten the row's label.");
        if (One(row, "type") is { Length: > 0 } type && !Types.Contains(type))
            yield return new Finding(row.File, row.Line, $"Row '{label}': type is '{type}'.", $"Write one of {string.Join(", ", Types)}, or leave type out.");
    }

    private static string One(RowText row, string key) => row.Values.GetValueOrDefault(key, []) is [var first, ..] ? first : "";
}
