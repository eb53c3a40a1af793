using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce.Package;

/// <summary>What the integration user, a seller and the alliance team may read and write. AWS-owned fields are read-only by permission, not only on the layout.</summary>
internal static class PermissionSets
{
    public static IEnumerable<PermissionSet> All(FieldMap map) =>
    [
        // The worker sees every co-sell record and what rows follow, writes co-sell records alone, and deletes none.
        new("AWS_Co_Sell_Integration", "AWS Co-Sell Integration", "What SyncWorker reads and writes: co-sell records, and to read the fields that rows follow.")
        {
            Objects = [new(map.RecordType, Edits: true, All: true), .. FollowedFields.Objects(map).Select(o => new ObjectRight(o, Edits: false, All: true))],
            Fields = [.. Fields(map, Writers.IsReadByWorker, Writers.IsWorkers), .. FollowedFields.Of(map).Select(f => (f, false))],
            CallsApi = true,
        },

        // A seller edits own records and does not submit them.
        new("AWS_Co_Sell_Seller", "AWS Co-Sell Seller", "Prepares co-sell opportunities and answers referrals.")
        {
            Objects = [.. Own(map, all: false)],
            Fields = [.. Fields(map, _ => true, r => Writers.IsPeoples(r) && !r.Fields.Contains(CoSellFields.SubmitToAws))],
        },

        // The alliance team submits, and answers the referrals that the worker has brought.
        new("AWS_Co_Sell_Alliance", "AWS Co-Sell Alliance", "Submits co-sell opportunities to AWS.")
        {
            Objects = [.. Own(map, all: true)],
            Fields = [.. Fields(map, _ => true, Writers.IsPeoples)],
        },
    ];

    /// <summary>On a standard object people have the rights that they have.</summary>
    private static IEnumerable<ObjectRight> Own(FieldMap map, bool all) => map.IsStandard ? [] : [new ObjectRight(map.RecordType, Edits: true, all)];

    // Salesforce refuses a permission on a field that it requires itself.
    private static IEnumerable<(string Field, bool Edits)> Fields(FieldMap map, Func<Row, bool> reads, Func<Row, bool> edits) =>
        from row in map.Rows
        where reads(row)
        from field in row.Fields
        where OrgPackage.IsOurs(field) || !FollowedFields.AlwaysReadable.Contains(field)
        select ($"{OrgPackage.ObjectOf(map, row)}.{field}", edits(row) && (OrgPackage.IsOurs(field) || row.WriteStandard));
}
