using System.Globalization;
using System.Xml.Linq;
using static SyncWorker.Emulators.Salesforce.Model.SfdxSource;

namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>Turns one field file into a field. A type the emulator cannot keep is an error, not a guess.</summary>
internal static class SfdxField
{
    public static Field Read(string path, XElement xml, IReadOnlyDictionary<string, XElement> valueSets)
    {
        var name = Value(xml, "fullName") ?? throw new InvalidDataException($"{path}: fullName is missing.");
        var kind = Value(xml, "type") ?? throw new InvalidDataException($"{path}: type is missing.");
        var field = Typed(path, name, Value(xml, "label") ?? name, kind, xml, valueSets) with
        {
            Custom = name.EndsWith("__c", StringComparison.Ordinal),
            Required = IsTrue(xml, "required"),
            Unique = IsTrue(xml, "unique"),
            ExternalId = IsTrue(xml, "externalId"),
            CaseSensitive = IsTrue(xml, "caseSensitive"),
        };
        // A formula is computed on read in a real org; here it is a field that nobody can write.
        return Value(xml, "formula") is null && kind != "AutoNumber" ? field : field.Derived();
    }

    private static Field Typed(string path, string name, string label, string kind, XElement xml, IReadOnlyDictionary<string, XElement> valueSets) => kind switch
    {
        "Text" => StandardFields.Text(name, label, Number(xml, "length", 255)) with { Default = Literal(xml) },
        "TextArea" => StandardFields.TextArea(name, label) with { Default = Literal(xml) },
        "LongTextArea" or "Html" => StandardFields.LongText(name, label, Number(xml, "length", 32_768)) with { Default = Literal(xml) },
        "Number" or "Currency" or "Percent" => new Field(name, label, kind == "Number" ? FieldType.Double : kind == "Currency" ? FieldType.Currency : FieldType.Percent)
        {
            Precision = Number(xml, "precision", 18),
            Scale = Number(xml, "scale", 0),
            Default = double.TryParse(Value(xml, "defaultValue"), CultureInfo.InvariantCulture, out var number) ? number : null,
        },
        "Date" => StandardFields.Date(name, label),
        "DateTime" => new Field(name, label, FieldType.DateTime),
        "Checkbox" => StandardFields.Flag(name, label, IsTrue(xml, "defaultValue")),
        "Email" => StandardFields.Email(name, label),
        "Phone" => StandardFields.Phone(name, label),
        "Url" => StandardFields.Url(name, label),
        "AutoNumber" => StandardFields.Text(name, label, 30) with { AutoNumber = Value(xml, "displayFormat") ?? "{0}" },
        "Picklist" => Listed(new Field(name, label, FieldType.Picklist) { Length = 255 }, xml, valueSets),
        "MultiselectPicklist" => Listed(new Field(name, label, FieldType.MultiPicklist) { Length = 4099 }, xml, valueSets),
        "Lookup" or "MasterDetail" => Lookup(path, name, label, kind, xml),
        _ => throw new InvalidDataException($"{path}: the emulator has no field type {kind}."),
    };

    private static Field Listed(Field field, XElement xml, IReadOnlyDictionary<string, XElement> valueSets)
    {
        var set = Child(xml, "valueSet") ?? throw new InvalidDataException($"{field.Name}: valueSet is missing.");
        var values = Value(set, "valueSetName") is { } global
            ? Children(valueSets[global], "customValue")
            : Children(Child(set, "valueSetDefinition") ?? new XElement("none"), "value");
        var entries = values
            .Where(v => Value(v, "isActive") != "false")
            .Select(v => new PicklistEntry(Value(v, "fullName")!, Value(v, "label") ?? Value(v, "fullName")!, IsTrue(v, "default")))
            .ToList();
        return field with { Restricted = IsTrue(set, "restricted"), Picklist = entries, Default = entries.FirstOrDefault(e => e.IsDefault)?.Value };
    }

    private static Field Lookup(string path, string name, string label, string kind, XElement xml) => new(name, label, FieldType.Reference)
    {
        Length = 18,
        ReferenceTo = Value(xml, "referenceTo") ?? throw new InvalidDataException($"{path}: referenceTo is missing."),
        RelationshipName = name.EndsWith("__c", StringComparison.Ordinal) ? name[..^1] + "r" : name,
        ChildRelationshipName = Value(xml, "relationshipName") is { } children ? children + "__r" : null,
        OnParentDelete = kind == "MasterDetail" || Value(xml, "deleteConstraint") == "Cascade" ? DeleteRule.Cascade
            : Value(xml, "deleteConstraint") == "Restrict" ? DeleteRule.Restrict
            : DeleteRule.SetNull,
    };

    /// <summary>Only a quoted literal is understood as a default; other formulas are left out.</summary>
    private static string? Literal(XElement xml) =>
        Value(xml, "defaultValue") is { Length: >= 2 } text && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : null;
}
