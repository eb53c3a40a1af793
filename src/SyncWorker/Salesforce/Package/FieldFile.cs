using System.Xml.Linq;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The metadata of one field.</summary>
internal static class FieldFile
{
    /// <summary>What is added to the label for the second field of a row about a person.</summary>
    public const string SecondLabel = " Email";

    private const int LinesShown = 5;
    // AWS writes its number in capitals alone; a Clazar Id that was there before may be any text.
    private static readonly string[] Unique = [CoSellFields.ClazarId, CoSellFields.ApnCrmUniqueIdentifier];

    public static string Of(Row row, string field)
    {
        // A row about a person has a second field for the e-mail address.
        var isSecond = row.Fields.Length > 1 && field != row.Fields[0];
        var type = isSecond ? "Email" : FieldType.Of(row);
        var isUnique = Unique.Contains(field);
        return Metadata.Document("CustomField",
        [
            Metadata.Of("fullName", field),
            isUnique ? Metadata.Of("caseSensitive", field == CoSellFields.ClazarId) : null,
            type == "Checkbox" ? Metadata.Of("defaultValue", "false") : null,
            type == "Lookup" ? Metadata.Of("deleteConstraint", "SetNull") : null,
            Metadata.Of("externalId", isUnique ? true : null),
            row.Help.Length > 0 ? Metadata.Of("inlineHelpText", row.Help) : null,
            Metadata.Of("label", isSecond ? row.Label + SecondLabel : row.Label),
            type is "Text" or "LongTextArea" ? Metadata.Of("length", FieldType.Length(row, type)) : null,
            type == "Currency" ? Metadata.Of("precision", 18) : null,
            type == "Currency" ? Metadata.Of("scale", 2) : null,
            type == "Lookup" ? Metadata.Of("referenceTo", "Opportunity") : null,
            type == "Lookup" ? Metadata.Of("relationshipLabel", "AWS Co-Sell Opportunities") : null,
            type == "Lookup" ? Metadata.Of("relationshipName", "AWS_Co_Sell_Opportunities") : null,
            type is "Checkbox" or "LongTextArea" ? null : Metadata.Of("required", false),
            Metadata.Of("trackHistory", row.HasHistory && !isSecond ? true : null),
            Metadata.Of("type", type),
            type is "Text" && isUnique ? Metadata.Of("unique", true) : null,
            type is "Picklist" or "MultiselectPicklist" ? ValueSet(row) : null,
            type is "LongTextArea" or "MultiselectPicklist" ? Metadata.Of("visibleLines", LinesShown) : null,
        ]);
    }

    /// <summary>Unrestricted, because AWS may add values; restricted where the values are our own words.</summary>
    private static XElement ValueSet(Row row) => Metadata.Of("valueSet",
    [
        Metadata.Of("restricted", row.Flow == Flow.None || row.Codec.Name == "yesNo"),
        Metadata.Of("valueSetDefinition",
        [
            Metadata.Of("sorted", false),
            .. FieldType.Values(row).Select(v => Metadata.Of("value", [Metadata.Of("fullName", v), Metadata.Of("default", false), Metadata.Of("label", v)])),
        ]),
    ]);
}
