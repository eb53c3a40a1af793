using System.Runtime.CompilerServices;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Salesforce;

/// <summary>What the worker reads of a co-sell record: every mapped field, what rows follow with the dates of the records that hold it, and the bookkeeping.</summary>
internal static class CoSellQuery
{
    // A map never changes, so what follows from it is found once.
    private static readonly ConditionalWeakTable<FieldMap, string> Selected = [];
    private static readonly ConditionalWeakTable<FieldMap, string[]> Stamped = [];

    private static readonly string[] Bookkeeping =
    [
        "Id", "IsDeleted", "LastModifiedDate", "SystemModstamp", CoSellFields.SubmitToAws, CoSellFields.SubmitLate, CoSellFields.AllowAnother,
        CoSellFields.ReferralDecision, CoSellFields.SyncStatus, CoSellFields.SyncError,
        CoSellFields.SyncNote, CoSellFields.LastSynced, CoSellFields.SyncNonce,
    ];

    /// <summary>The fields of the co-sell record that the worker itself reads and writes, whatever rows the map has.</summary>
    public static IReadOnlySet<string> Own { get; } = Bookkeeping.Where(f => f.EndsWith("__c", StringComparison.Ordinal)).Append(CoSellFields.ClazarId).Append(CoSellFields.ApnCrmUniqueIdentifier).ToHashSet();

    /// <summary>The select list, each field once, in a stable order.</summary>
    public static string Fields(FieldMap map) => Selected.GetValue(map, Select);

    /// <summary>The stamps that move when a record moves whose values rows follow. A User's SystemModstamp moves on every sign-in, so owners go by LastModifiedDate.</summary>
    public static IReadOnlyList<string> Stamps(FieldMap map) => Stamped.GetValue(map, StampsOf);

    /// <summary>The query for co-sell records that fit a condition.</summary>
    public static string Where(FieldMap map, string condition) => $"SELECT {Fields(map)} FROM {map.RecordType} WHERE {condition}";

    private static string Select(FieldMap map)
    {
        var rows = map.Units.SelectMany(u => u).ToArray();
        var followed = rows.Where(r => r.Follows is not null).Select(r => r.Follows!).ToArray();
        var fields = Bookkeeping.Concat(map.IsStandard ? [] : [CoSellFields.Opportunity])
            .Concat(rows.SelectMany(r => r.Fields))
            .Concat(followed.Select(f => f.Path))
            .Concat(followed.Select(f => f.Holder + ".LastModifiedDate"))
            .Concat(Stamps(map));
        return string.Join(", ", fields.Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static string[] StampsOf(FieldMap map) =>
    [
        .. map.Units.SelectMany(u => u).Select(r => r.Follows?.Holder).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)
            .Select(holder => holder + (holder.EndsWith("Owner", StringComparison.OrdinalIgnoreCase) ? ".LastModifiedDate" : ".SystemModstamp")),
    ];
}
