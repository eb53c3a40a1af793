using SyncWorker.Core.Mapping;

namespace SyncWorker.Salesforce.Package;

/// <summary>The org package in SFDX source format, made from the field map: the co-sell object with one field per row, the lookup, Share With AWS on Opportunity, and permission sets.</summary>
internal static class OrgPackage
{
    private const string Source = "force-app/main/default/";
    private const string ApiVersion = "67.0";

    /// <summary>All files, in a stable order.</summary>
    public static IEnumerable<PackageFile> Generate(FieldMap map)
    {
        yield return new PackageFile("sfdx-project.json", $$"""
            {
              "packageDirectories": [{ "path": "force-app", "default": true }],
              "name": "aws-co-sell",
              "sourceApiVersion": "{{ApiVersion}}"
            }

            """.ReplaceLineEndings("\n"));
        if (!map.IsStandard) yield return new PackageFile($"{Source}objects/{map.RecordType}/{map.RecordType}.object-meta.xml", Object());
        foreach (var (row, field) in map.Rows.SelectMany(r => r.Fields.Select(f => (r, f))).Where(f => IsOurs(f.f)))
            yield return new PackageFile($"{Source}objects/{ObjectOf(map, row)}/fields/{field}.field-meta.xml", FieldFile.Of(row, field));
        yield return new PackageFile($"{Source}permissionsets/AWS_Co_Sell_Integration.permissionset-meta.xml", PermissionSetFile.Integration(map));
        yield return new PackageFile($"{Source}permissionsets/AWS_Co_Sell_Seller.permissionset-meta.xml", PermissionSetFile.Seller(map));
        yield return new PackageFile($"{Source}permissionsets/AWS_Co_Sell_Alliance.permissionset-meta.xml", PermissionSetFile.Alliance(map));
    }

    /// <summary>A standard field is in the org already.</summary>
    public static bool IsOurs(string field) => field.EndsWith("__c", StringComparison.Ordinal);

    /// <summary>The object that a row's field stands on.</summary>
    public static string ObjectOf(FieldMap map, Row row) => row.Object ?? map.RecordType;

    private static string Object() => Metadata.Document("CustomObject",
    [
        Metadata.Of("deploymentStatus", "Deployed"),
        Metadata.Of("description", "One deal that is sold together with AWS, kept the same in AWS Partner Central."),
        Metadata.Of("enableActivities", true),
        Metadata.Of("enableHistory", true),
        Metadata.Of("enableReports", true),
        Metadata.Of("label", "AWS Co-Sell Opportunity"),
        Metadata.Of("nameField", [Metadata.Of("displayFormat", "ACO-{000000}"), Metadata.Of("label", "Co-Sell Number"), Metadata.Of("type", "AutoNumber")]),
        Metadata.Of("pluralLabel", "AWS Co-Sell Opportunities"),
        Metadata.Of("sharingModel", "Private"),
    ]);
}
