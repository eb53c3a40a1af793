using System.Xml.Linq;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>The permission sets: what the integration user, a seller and the alliance team may read and write.</summary>
internal static class PermissionSetFile
{
    // What nobody but the worker writes.
    private static readonly string[] Bookkeeping = [CoSellFields.SyncStatus, CoSellFields.SyncError, CoSellFields.SyncNote, CoSellFields.LastSynced, CoSellFields.SyncNonce, CoSellFields.ClazarId];

    public static string Integration(FieldMap map) => Of(map, "AWS Co-Sell Integration", "What SyncWorker needs: all fields of its own object; opportunities and accounts to read only.", r => !r.Fields.Contains(CoSellFields.ShareWithAws), deletes: false, viewAll: true, reads: ["Account", "Opportunity"]);

    public static string Seller(FieldMap map) => Of(map, "AWS Co-Sell Seller", "Prepares co-sell opportunities and answers referrals.", r => IsSellers(r) && !r.Fields.Contains(CoSellFields.SubmitToAws), deletes: false, viewAll: false);

    public static string Alliance(FieldMap map) => Of(map, "AWS Co-Sell Alliance", "Submits co-sell opportunities to AWS.", IsSellers, deletes: true, viewAll: true);

    /// <summary>AWS-owned fields are read-only by permission, not only on the layout.</summary>
    private static bool IsSellers(Row row) => row.Flow != Flow.ToSalesforce && !row.Fields.Any(f => Bookkeeping.Contains(f));

    private static string Of(FieldMap map, string label, string description, Func<Row, bool> edits, bool deletes, bool viewAll, params string[] reads) => Metadata.Document("PermissionSet",
    [
        Metadata.Of("description", description),
        .. map.Rows.SelectMany(r => r.Fields.Select(f => (Row: r, Field: $"{OrgPackage.ObjectOf(map, f)}.{f}"))).OrderBy(f => f.Field, StringComparer.Ordinal)
            .Select(f => Metadata.Of("fieldPermissions", [Metadata.Of("editable", edits(f.Row)), Metadata.Of("field", f.Field), Metadata.Of("readable", true)])),
        Metadata.Of("hasActivationRequired", false),
        Metadata.Of("label", label),
        .. reads.Select(name => Object(name, writes: false, deletes: false, viewAll)),
        Object(map.RecordType, writes: true, deletes, viewAll),
    ]);

    private static XElement Object(string name, bool writes, bool deletes, bool viewAll) => Metadata.Of("objectPermissions",
    [
        Metadata.Of("allowCreate", writes), Metadata.Of("allowDelete", deletes), Metadata.Of("allowEdit", writes), Metadata.Of("allowRead", true),
        Metadata.Of("modifyAllRecords", false), Metadata.Of("object", name), Metadata.Of("viewAllRecords", viewAll),
    ]);
}
