using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;

namespace SyncWorker.Salesforce.Describes;

/// <summary>Every object that the field map reads or writes, by the path that leads to it from the co-sell record, which itself stands under the empty path.</summary>
internal sealed record OrgObjects(ImmutableDictionary<string, DescribedObject> ByPath)
{
    /// <summary>One describe an object.</summary>
    public static async Task<OrgObjects> ReadAsync(SalesforceClient client, FieldMap map, CancellationToken cancellation)
    {
        var described = new Dictionary<string, DescribedObject?>();
        async Task<DescribedObject?> DescribeAsync(string name) => described.TryGetValue(name, out var known) ? known
            : described[name] = await Missing.AsNull(client.DescribeAsync(name, cancellation)) is { } answer ? DescribedObject.Read(name, answer) : null;

        var byPath = ImmutableDictionary.CreateBuilder<string, DescribedObject>(StringComparer.OrdinalIgnoreCase);
        if (await DescribeAsync(map.RecordType) is { } record) byPath[""] = record;
        foreach (var path in Holders(map))
        {
            var (above, relation) = path.LastIndexOf('.') is >= 0 and var dot ? (path[..dot], path[(dot + 1)..]) : ("", path);
            if (byPath.GetValueOrDefault(above)?.Parent(relation) is { } parent && await DescribeAsync(parent) is { } holder) byPath[path] = holder;
        }

        return new OrgObjects(byPath.ToImmutable());
    }

    /// <summary>The co-sell record's object; null where the org has none that the user may see.</summary>
    public DescribedObject? Record => ByPath.GetValueOrDefault("");

    /// <summary>The relationships that rows follow, nearest first: <c>Opportunity__r</c> before <c>Opportunity__r.Account</c>.</summary>
    private static IEnumerable<string> Holders(FieldMap map) => map.Rows.Select(r => r.Follows?.Holder).OfType<string>().Append(CoSellFields.OpportunityRelation)
        .SelectMany(h => h.Split('.').Select((_, i) => string.Join('.', h.Split('.').Take(i + 1)))).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(h => h.Length);
}
