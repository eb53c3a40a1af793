using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The metadata of the co-sell object: its name, who sees it, and what stands for a record in lists and on top of its page.</summary>
internal static class ObjectFile
{
    public const string Label = "AWS Co-Sell Opportunity";
    public const string PluralLabel = "AWS Co-Sell Opportunities";
    public const string CompactLayout = "AWS_Co_Sell_Opportunity";

    // The record's number says nothing to a person: this does.
    public static readonly string[] Telling = ["Customer Company Name", "Partner Project Title", "Sale Stage", "Status", "Sync Status", "Target Close Date"];

    public static string Of(FieldMap map) => Metadata.Document("CustomObject",
    [
        Metadata.Of("compactLayoutAssignment", CompactLayout),
        Metadata.Of("deploymentStatus", "Deployed"),
        Metadata.Of("description", "One deal that is sold together with AWS, kept the same in AWS Partner Central."),
        Metadata.Of("enableActivities", true),
        Metadata.Of("enableHistory", true),
        Metadata.Of("enableReports", true),
        Metadata.Of("enableSearch", true),
        Metadata.Of("label", Label),
        Metadata.Of("nameField", [Metadata.Of("displayFormat", "ACO-{000000}"), Metadata.Of("label", "Co-Sell Number"), Metadata.Of("type", "AutoNumber")]),
        Metadata.Of("pluralLabel", PluralLabel),
        Metadata.Of("searchLayouts",
        [
            .. Shown(map, "customTabListAdditionalFields"),
            .. Shown(map, "lookupDialogsAdditionalFields"),
            .. Shown(map, "searchResultsAdditionalFields"),
        ]),
        Metadata.Of("sharingModel", "Private"),
    ]);

    /// <summary>What the top of a record's page shows.</summary>
    public static string Highlights(FieldMap map) => Metadata.Document("CompactLayout",
    [
        Metadata.Of("fullName", CompactLayout),
        Metadata.Of("fields", "Name"),
        .. Shown(map, "fields"),
        Metadata.Of("label", Label),
    ]);

    private static IEnumerable<System.Xml.Linq.XElement?> Shown(FieldMap map, string element) => Fields.Of(map, Telling).Select(f => Metadata.Of(element, f));
}
