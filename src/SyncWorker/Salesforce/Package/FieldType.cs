using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The Salesforce type of a row's field: the row's own, else the one that its codec implies.</summary>
internal static class FieldType
{
    private const int TextMax = 255;
    private const int LongTextMin = 256;
    private const int LongTextUsual = 32768;
    private const int AssociationsMax = 4096;

    // AWS's longest values: PartnerOpportunityIdentifier, PostalCode, and a first and a last name of 80 characters each.
    private static readonly ImmutableDictionary<string, int> Longest = ImmutableDictionary.CreateRange(
        [KeyValuePair.Create("id", 64), KeyValuePair.Create("postalCode", 20), KeyValuePair.Create("person", 161), KeyValuePair.Create("name", 161)]);

    public static string Of(Row row) => row.FieldType ?? row.Codec.Name switch
    {
        "email" => "Email",
        "phone" => "Phone",
        "website" => "Url",
        "date" => "Date",
        "dateTime" => "DateTime",
        "money" => "Currency",
        "flag" or "is" => "Checkbox",
        "yesNo" => "Picklist",
        "picklist" => Values(row).IsEmpty ? "Text" : "Picklist",
        "solutions" => "LongTextArea",
        "set" => Values(row).IsEmpty ? "LongTextArea" : "MultiselectPicklist",
        "text" when row.Length > TextMax => "LongTextArea",
        _ => "Text",
    };

    /// <summary>The co-sell field shows AWS's own values, and Salesforce tells none apart by capital letters; a Yes/No row shows Yes and No.</summary>
    public static ImmutableArray<string> Values(Row row) =>
        row.Codec.Name == "yesNo" ? ["Yes", "No"] : [.. (row.Values?.Aws ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static int Length(Row row, string type) => type switch
    {
        "LongTextArea" when row.Codec.IsList => AssociationsMax,
        "LongTextArea" => Math.Max(row.Length ?? LongTextUsual, LongTextMin),
        _ => Math.Min(row.Length ?? Longest.GetValueOrDefault(row.Codec.Name, TextMax), TextMax),
    };
}
