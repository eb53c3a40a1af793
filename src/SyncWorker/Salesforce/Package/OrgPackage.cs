using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>
/// The org package in SFDX source format, made from the field map. Where the co-sell record is an object of the package's own, all that people need to work with it comes along; where the map
/// points at a standard object, the org's own object is left as it is but for the custom fields.
/// </summary>
internal static class OrgPackage
{
    /// <summary>The API version of the source and of its flows.</summary>
    public const string ApiVersion = "67.0";

    private const string Source = "force-app/main/default/";

    /// <summary>All files, in a stable order.</summary>
    public static IEnumerable<PackageFile> Generate(FieldMap map) =>
    [
        Project(),
        .. map.IsStandard ? [] : Object(map),
        .. from row in map.Rows from field in row.Fields where IsOurs(field) select Fields(map, row, field),
        .. from set in PermissionSets.All(map) select File($"permissionsets/{set.Name}.permissionset", set.Xml(map)),
        .. map.IsStandard ? [] : Surroundings(map),
    ];

    /// <summary>The object that a row's field stands on.</summary>
    public static string ObjectOf(FieldMap map, Row row) => row.Object ?? map.RecordType;

    /// <summary>A standard field is in the org already.</summary>
    public static bool IsOurs(string field) => field.EndsWith("__c", StringComparison.Ordinal);

    private static PackageFile Project() => new("sfdx-project.json", $$"""
        {
          "packageDirectories": [{ "path": "force-app", "default": true }],
          "name": "aws-co-sell",
          "sourceApiVersion": "{{ApiVersion}}"
        }

        """.ReplaceLineEndings("\n"));

    private static IEnumerable<PackageFile> Object(FieldMap map) =>
    [
        File($"objects/{map.RecordType}/{map.RecordType}.object", ObjectFile.Of(map)),
        File($"objects/{map.RecordType}/compactLayouts/{ObjectFile.CompactLayout}.compactLayout", ObjectFile.Highlights(map)),
        .. from view in ListViews.All select File($"objects/{map.RecordType}/listViews/{view.Name}.listView", view.Xml(map)),
    ];

    private static PackageFile Fields(FieldMap map, Row row, string field) => File($"objects/{ObjectOf(map, row)}/fields/{field}.field", FieldFile.Of(row, field));

    private static IEnumerable<PackageFile> Surroundings(FieldMap map) =>
    [
        File($"layouts/{map.RecordType}-{ObjectFile.Label} Layout.layout", LayoutFile.Of(map)),
        File($"tabs/{map.RecordType}.tab", Tab()),
        File($"quickActions/{FollowedFields.Opportunity}.{QuickActionFile.Name}.quickAction", QuickActionFile.Of(map)),
        File($"queues/{Queue.Name}.queue", Queue.Xml(map)),
        .. from flow in OwnerFlows.All select File($"flows/{flow.Name}.flow", flow.Xml(map)),
        File($"reportTypes/{Reports.Type}.reportType", ReportTypeFile.Of(map)),
        File($"reports/{Reports.Folder}.reportFolder", Reports.FolderXml()),
        .. from report in Reports.All select File($"reports/{Reports.Folder}/{report.Name}.report", report.Xml(map)),
    ];

    private static string Tab() => Metadata.Document("CustomTab", [Metadata.Of("customObject", true), Metadata.Of("motif", "Custom53: Bell")]);

    private static PackageFile File(string path, string text) => new($"{Source}{path}-meta.xml", text);
}
