using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Salesforce;

namespace SyncWorker.Polling;

/// <summary>One of the queries of a Salesforce poll: records in the order of a stamp.</summary>
/// <param name="Type">The object.</param>
/// <param name="Fields">What is read of it.</param>
/// <param name="Order">The stamp that tells what moved, or Id where everything is listed.</param>
/// <param name="Condition">What else a record must fulfil; null where nothing.</param>
/// <param name="WithDeleted">Whether records in the recycle bin are read too.</param>
internal sealed record PollSource(string Type, string Fields, string Order, string? Condition = null, bool WithDeleted = false)
{
    // Rows are wide, and a page is held in memory.
    private const int Page = 500;

    /// <summary>The co-sell records that moved, those deleted and undeleted among them.</summary>
    public static PollSource Records(FieldMap map) => new(map.RecordType, CoSellQuery.Fields(map), "SystemModstamp", OfStandard(map), WithDeleted: true);

    /// <summary>The co-sell records of which something moved that they follow, by what moved.</summary>
    public static IEnumerable<PollSource> Followed(FieldMap map) => CoSellQuery.Stamps(map).Select(stamp => new PollSource(map.RecordType, CoSellQuery.Fields(map), stamp, OfStandard(map)));

    /// <summary>The standard Opportunities that are shared with AWS.</summary>
    public static PollSource Shared { get; } = new("Opportunity", "Id, SystemModstamp", "SystemModstamp", IsShared);

    /// <summary>All co-sell records, in the order of their ids, with what a link is made from.</summary>
    public static PollSource Listed(FieldMap map) => new(map.RecordType, $"Id, {CoSellFields.ClazarId}{(map.IsStandard ? "" : $", {CoSellFields.Opportunity}")}", "Id", OfStandard(map));

    private const string IsShared = $"{CoSellFields.ShareWithAws} = TRUE";

    /// <summary>Of a standard object only what is shared is a co-sell record.</summary>
    private static string? OfStandard(FieldMap map) => map.IsStandard ? IsShared : null;

    /// <summary>Whether it tells what moved of what records follow, and not of the records themselves.</summary>
    public bool IsFollowed => Order.Contains('.', StringComparison.Ordinal);

    /// <summary>The stamp of a record by which this query orders.</summary>
    public DateTimeOffset Stamp(JsonObject record) => SalesforceTime.Parse(Value(record)!);

    /// <summary>The query for a page.</summary>
    /// <param name="from">The earliest stamp; null for all.</param>
    /// <param name="after">The last record of the page before; null for the first page.</param>
    public (string Soql, bool WithDeleted) Query(DateTimeOffset? from, JsonObject? after)
    {
        var begin = after is not null ? After(after) : from is { } stamp ? $"{Order} >= {Soql.DateTime(stamp)}" : null;
        string[] conditions = [.. new[] { Condition, begin }.OfType<string>()];
        var where = conditions.Length == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return ($"SELECT {Fields} FROM {Type}{where} ORDER BY {(Order == "Id" ? "Id" : $"{Order}, Id")} LIMIT {Page}", WithDeleted);
    }

    /// <summary>Whether there may be more after a page.</summary>
    public static bool HasMore(QueryPage page) => page.Records.Count > 0 && (!page.IsLast || page.Records.Count >= Page);

    /// <summary>Stamps have whole seconds and many records share one: the id says where in it a page ended.</summary>
    private string After(JsonObject last)
    {
        var id = Soql.Id(last["Id"]!.GetValue<string>());
        if (Order == "Id") return $"Id > {id}";
        var stamp = Soql.DateTime(Stamp(last));
        return $"({Order} > {stamp} OR ({Order} = {stamp} AND Id > {id}))";
    }

    private string? Value(JsonObject record) => Order.Split('.').Aggregate<string, JsonNode?>(record, (node, name) => (node as JsonObject)?[name])?.GetValue<string>();
}
