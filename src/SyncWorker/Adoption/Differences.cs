using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Salesforce;
using SyncWorker.Settling;

namespace SyncWorker.Adoption;

/// <summary>Compares an opportunity at AWS with the Opportunity whose deal it may be, as a co-sell record of it would: by what its rows follow. Writes nothing.</summary>
internal sealed class Differences(SalesforceClient client, SalesforceSide salesforce, PartnerCentralSide partnerCentral, MapHolder maps, TimeProvider time)
{
    private const string Relation = CoSellFields.OpportunityRelation + ".";

    // One query reads as many as fit well into its address.
    private const int Together = 96;

    /// <summary>Of each pair of an opportunity at AWS and an Opportunity, the rows that differ, in the map's order, or why it could not be read.</summary>
    public async Task<IReadOnlyDictionary<string, Compared>> OfAsync(IReadOnlyCollection<(string Aws, string Opportunity)> pairs, CancellationToken cancellation)
    {
        var (each, found) = (new OneByOne(), new Dictionary<string, Compared>());
        foreach (var together in pairs.Chunk(Together))
        {
            var opportunities = await OpportunitiesAsync([.. together.Select(p => p.Opportunity).Distinct()], cancellation);
            foreach (var (aws, opportunity) in together.Where(p => opportunities.ContainsKey(p.Opportunity)))
            {
                if (await each.TryAsync(async () => found[aws] = await OfAsync(aws, opportunity, opportunities[opportunity], cancellation)) is { } unread) found[aws] = new Compared([], OneByOne.Words(unread));
            }
        }

        return found;
    }

    private async Task<Compared> OfAsync(string aws, string opportunity, JsonObject record, CancellationToken cancellation)
    {
        var map = maps.Current;
        var link = new Link { Id = LinkIds.ForOpportunity(aws), OpportunityId = aws, MappedObjectId = opportunity };
        if (await partnerCentral.ReadAsync(link, cancellation) is not { } theirs) return new Compared([], Compared.NotFound);
        var now = time.GetUtcNow();
        var ours = SideRecord.OfSalesforce(new JsonObject { ["Id"] = opportunity, [CoSellFields.Opportunity] = opportunity, [CoSellFields.OpportunityRelation] = record.DeepClone() }, now, now);
        var read = Snapshots.Decode(map, link, ours, theirs, salesforce.Org, partnerCentral.Solutions, now);
        return new Compared([.. map.Units.SelectMany(unit => unit.Where(r => r.Write is not null && r.Flow is Flow.Both or Flow.ToPartnerCentral).Select(r => Of(r, unit, read)).OfType<Difference>())], null);
    }

    private static Difference? Of(Row row, IReadOnlyList<Row> unit, Snapshots read)
    {
        if (!read.Salesforce!.Followed.TryGetValue(row.Label, out var followed) || followed.IsUnknown || read.PartnerCentral[row.Label] is not { IsUnknown: false } aws) return null;
        var says = followed.Canonical ?? row.Default;
        return says == aws.Canonical ? null : new Difference(row.Label, says, aws.Canonical, unit.Count == 1 ? null : string.Join(", ", unit.Select(r => r.Label)));
    }

    private async Task<Dictionary<string, JsonObject>> OpportunitiesAsync(string[] ids, CancellationToken cancellation)
    {
        var followed = maps.Current.Units.SelectMany(u => u).Select(r => r.Follows?.Path).OfType<string>().Where(p => p.StartsWith(Relation, StringComparison.OrdinalIgnoreCase)).Select(p => p[Relation.Length..]);
        var fields = string.Join(", ", followed.Prepend("Id").Distinct(StringComparer.OrdinalIgnoreCase));
        var answer = await client.QueryAsync($"SELECT {fields} FROM Opportunity WHERE Id IN ({string.Join(", ", ids.Select(Soql.Id))})", cancellation);
        return answer.Records.ToDictionary(r => r["Id"]!.GetValue<string>());
    }
}
