using System.Collections.Immutable;
using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The Salesforce type of a row's field: the row's own, else the one that its codec implies.</summary>
internal static class FieldType
{
    private const int TextMax = 255;
    private const int AssociationsMax = 4096;

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
        "set" => row.Values is null ? "LongTextArea" : "MultiselectPicklist",
        "text" when row.Length > TextMax => "LongTextArea",
        _ => "Text",
    };

    /// <summary>The co-sell field shows AWS's own values; a Yes/No row shows Yes and No.</summary>
    public static ImmutableArray<string> Values(Row row) => row.Codec.Name == "yesNo" ? ["Yes", "No"] : row.Values?.Aws ?? [];

    public static int Length(Row row, string type) => type switch
    {
        "LongTextArea" when row.Codec.Name == "set" => AssociationsMax,
        "LongTextArea" => Math.Max(row.Length ?? 32768, 256),
        _ => Math.Min(row.Length ?? TextMax, TextMax),
    };
}
