namespace SyncWorker.Salesforce.Describes;

/// <summary>Kinds of values, which matter for whether a field fits a row; Salesforce tells apart many more types.</summary>
internal static class FieldKind
{
    public const string Text = "text";
    public const string List = "a list of values";

    /// <summary>What a type of the metadata wants, as the package would make the field.</summary>
    public static string OfMetadata(string type) => type switch
    {
        "Date" => "a date",
        "DateTime" => "a date and time",
        "Currency" => "a number",
        "Checkbox" => "a checkbox",
        "MultiselectPicklist" => List,
        _ => Text,
    };

    /// <summary>What a type of the REST API's describe holds.</summary>
    public static string OfDescribe(string type) => type switch
    {
        "date" => "a date",
        "datetime" => "a date and time",
        "currency" or "double" or "int" or "long" or "percent" => "a number",
        "boolean" => "a checkbox",
        "multipicklist" => List,
        "address" or "location" or "base64" or "time" => $"of type {type}",
        _ => Text,
    };

    /// <summary>A list is text with semicolons, so a text field holds it too; a picklist holds one value alone, and a list is no single value.</summary>
    public static bool Fits(string wanted, DescribedField field) => wanted == OfDescribe(field.Type) ? true : wanted == List && field.Type is "string" or "textarea";
}
