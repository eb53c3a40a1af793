using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The button on an Opportunity that makes its co-sell record. It asks for what AWS requires and no row follows; the rest comes from the Opportunity.</summary>
internal static class QuickActionFile
{
    public const string Name = "Share_With_AWS";

    public static string Of(FieldMap map)
    {
        var asked = map.Rows.Where(r => r is { Required: true, Follows: null, Object: null } && Writers.IsPeoples(r)).Select(r => r.Fields[0]).ToArray();
        return Metadata.Document("QuickAction",
        [
            Metadata.Of("description", "Makes a draft of a co-sell opportunity. Nothing goes to AWS before Submit To AWS."),

            // A row's default stands in the record from the start, so that people see what AWS will be told.
            .. map.Rows.Where(r => r is { Default: not null, Object: null } && r.When.IsEmpty)
                .Select(r => Metadata.Of("fieldOverrides", [Metadata.Of("field", r.Fields[0]), Metadata.Of("literalValue", r.Default)])),
            Metadata.Of("label", "Share with AWS"),
            Metadata.Of("optionsCreateFeedItem", false),
            Metadata.Of("quickActionLayout",
            [
                Metadata.Of("layoutSectionStyle", "TwoColumnsLeftToRight"),
                .. asked.Chunk((asked.Length + 1) / 2).Select(half => Metadata.Of("quickActionLayoutColumns", half.Select(Item))),
            ]),
            Metadata.Of("successMessage", "The draft is made. Sync Status tells what AWS still needs."),
            Metadata.Of("targetObject", map.RecordType),
            Metadata.Of("targetParentField", CoSellFields.Opportunity),
            Metadata.Of("type", "Create"),
        ]);
    }

    private static System.Xml.Linq.XElement Item(string field) => Metadata.Of("quickActionLayoutItems", [Metadata.Of("emptySpace", false), Metadata.Of("field", field), Metadata.Of("uiBehavior", "Edit")]);
}
