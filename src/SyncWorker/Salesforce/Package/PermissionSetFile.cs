using System.Xml.Linq;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The permission sets: what the integration user, a seller and the alliance team may read and write.</summary>
internal static class PermissionSetFile
{
    // What nobody but the worker writes.
    private static readonly string[] Bookkeeping = [CoSellFields.SyncStatus, CoSellFields.SyncError, CoSellFields.SyncNote, CoSellFields.LastSynced, CoSellFields.SyncNonce, CoSellFields.ClazarId];

    /// <summary>The worker sees every co-sell record and what rows follow, and writes co-sell records alone.</summary>
    public static string Integration(FieldMap map) => Document(
        "AWS Co-Sell Integration",
        "What SyncWorker needs: all fields of this object, the fields that rows follow, and nothing written elsewhere.",
        [.. Fields(map, r => r.Object is null), .. FollowedFields.Of(map).Select(f => (f, false))],
        [Access(map.RecordType, edits: true, all: true), .. FollowedFields.Objects(map).Select(o => Access(o, edits: false, all: true))],
        Metadata.Of("userPermissions", [Metadata.Of("enabled", true), Metadata.Of("name", "ApiEnabled")]));

    /// <summary>A seller edits own records and does not submit them.</summary>
    public static string Seller(FieldMap map) => Document(
        "AWS Co-Sell Seller",
        "Prepares co-sell opportunities and answers referrals.",
        Fields(map, r => IsSellers(r) && !r.Fields.Contains(CoSellFields.SubmitToAws)),
        [Access(map.RecordType, edits: true, all: false)]);

    /// <summary>The alliance team submits, and answers the referrals that the worker has brought.</summary>
    public static string Alliance(FieldMap map) => Document("AWS Co-Sell Alliance", "Submits co-sell opportunities to AWS.", Fields(map, IsSellers), [Access(map.RecordType, edits: true, all: true)]);

    /// <summary>AWS-owned fields are read-only by permission, not only on the layout.</summary>
    private static bool IsSellers(Row row) => row.Flow != Flow.ToSalesforce && !row.Fields.Any(f => Bookkeeping.Contains(f));

    private static string Document(string label, string description, IEnumerable<(string Field, bool Edits)> fields, IEnumerable<XElement> objects, XElement? user = null) => Metadata.Document("PermissionSet",
    [
        Metadata.Of("description", description),
        .. fields.OrderBy(f => f.Field, StringComparer.Ordinal)
            .Select(f => Metadata.Of("fieldPermissions", [Metadata.Of("editable", f.Edits), Metadata.Of("field", f.Field), Metadata.Of("readable", true)])),
        Metadata.Of("hasActivationRequired", false),
        Metadata.Of("label", label),
        .. objects,
        user,
    ]);

    private static IEnumerable<(string Field, bool Edits)> Fields(FieldMap map, Func<Row, bool> edits) =>
        map.Rows.SelectMany(r => r.Fields.Select(f => ($"{OrgPackage.ObjectOf(map, r)}.{f}", edits(r))));

    // Salesforce grants Modify All only together with Delete. The worker deletes nothing.
    private static XElement Access(string name, bool edits, bool all) => Metadata.Of("objectPermissions",
    [
        Metadata.Of("allowCreate", edits), Metadata.Of("allowDelete", edits && all), Metadata.Of("allowEdit", edits), Metadata.Of("allowRead", true),
        Metadata.Of("modifyAllRecords", edits && all), Metadata.Of("object", name), Metadata.Of("viewAllRecords", all),
    ]);
}
