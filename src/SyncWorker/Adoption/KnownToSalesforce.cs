using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Adoption;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>Reads what Salesforce knows of opportunities at AWS. Writes nothing.</summary>
internal sealed class KnownToSalesforce(SalesforceClient client, ISyncStore store, MapHolder maps, IOptions<AdoptOptions> options)
{
    /// <summary>What the ids of Opportunities begin with.</summary>
    public const string OpportunityPrefix = "006";

    // As many ids as fit well into one query's address.
    private const int Together = 200;

    public async Task<SalesforceKnown> ReadAsync(IReadOnlyList<AwsOpportunity> aws, CancellationToken cancellation)
    {
        var holders = new List<NumberHolder>();
        foreach (var source in options.Value.Sources) holders.AddRange(await HoldersAsync(source, cancellation));
        var named = holders.Select(h => h.Opportunity).Concat(aws.Select(a => RecordId.Long(a.Identifier))).OfType<string>();
        var opportunities = await OpportunitiesAsync(named, cancellation);
        var records = (await client.QueryAsync($"SELECT Id, {CoSellFields.ClazarId}, {CoSellFields.ApnCrmUniqueIdentifier}, {CoSellFields.Opportunity} FROM {maps.Current.RecordType}", cancellation)).Records;
        var links = await store.LinksAsync(cancellation);
        return new SalesforceKnown(
            [.. holders.Select(h => h.Opportunity is { } id && !opportunities.Contains(id) ? h with { Opportunity = null } : h)],
            opportunities, await CandidatesAsync(aws, cancellation), Pasted(records, links), Linked(records, links));
    }

    /// <summary>The Opportunities among some ids that the integration user can see.</summary>
    public async Task<ImmutableHashSet<string>> OpportunitiesAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var seen = ImmutableHashSet.CreateBuilder<string>();
        foreach (var together in ids.Where(id => id.StartsWith(OpportunityPrefix, StringComparison.Ordinal)).Distinct().Chunk(Together))
            seen.UnionWith((await client.QueryAsync($"SELECT Id FROM Opportunity WHERE Id IN ({string.Join(", ", together.Select(Soql.Id))})", cancellation)).Records.Select(r => Text(r, "Id")!));
        return seen.ToImmutable();
    }

    private async Task<IEnumerable<NumberHolder>> HoldersAsync(NumberSource source, CancellationToken cancellation)
    {
        var condition = source.Opportunity == "Id" ? $" WHERE {source.Field} != null" : "";
        var fields = string.Join(", ", new[] { "Id", source.Field, source.Opportunity }.Distinct(StringComparer.OrdinalIgnoreCase));
        var answer = await client.QueryAsync($"SELECT {fields} FROM {source.Object}{condition}", cancellation);
        return answer.Records.Select(r => new NumberHolder(Text(r, "Id")!, $"{source.Object}.{source.Field}", Text(r, source.Field), RecordId.Long(Text(r, source.Opportunity))));
    }

    /// <summary>Only Opportunities that close when one at AWS does can be proposed.</summary>
    private async Task<ImmutableArray<Candidate>> CandidatesAsync(IReadOnlyList<AwsOpportunity> aws, CancellationToken cancellation)
    {
        string[] dates = [.. aws.Where(a => a.Website is not null).Select(a => a.CloseDate).OfType<string>().Where(d => DateOnly.TryParseExact(d, "yyyy-MM-dd", out _)).Order(StringComparer.Ordinal)];
        if (dates.Length == 0) return [];
        var answer = await client.QueryAsync($"SELECT Id, Name, CloseDate, Account.Website FROM Opportunity WHERE CloseDate >= {dates[0]} AND CloseDate <= {dates[^1]} AND Account.Website != null", cancellation);
        return [.. answer.Records.Select(r => new Candidate(Text(r, "Id")!, Text(r, "Name"), KnownOpportunity.Host(Text(r, "Account.Website")), Text(r, "CloseDate")))];
    }

    private static ImmutableDictionary<string, string[]> Pasted(IReadOnlyList<JsonObject> records, IReadOnlyList<LinkState> links)
    {
        var linked = links.Where(l => l.Link.OpportunityId is not null).Select(l => l.Link.RecordId).OfType<string>().ToHashSet();
        return records.Where(r => !linked.Contains(Text(r, "Id")!) && !IsMadeByUs(r, links)).Select(r => (Id: Text(r, "Id")!, Number: OpportunityNumber.Read(Text(r, CoSellFields.ApnCrmUniqueIdentifier))))
            .Where(r => r.Number is not null).GroupBy(r => r.Number!).ToImmutableDictionary(g => g.Key, g => g.Select(r => r.Id).ToArray());
    }

    private static ImmutableDictionary<string, string> Linked(IReadOnlyList<JsonObject> records, IReadOnlyList<LinkState> links)
    {
        var linked = records.Where(r => Text(r, CoSellFields.Opportunity) is not null && !IsMadeByUs(r, links))
            .GroupBy(r => Text(r, CoSellFields.Opportunity)!).ToDictionary(g => g.Key, g => $"co-sell record {Text(g.First(), "Id")}");
        foreach (var link in links.Select(l => l.Link).Where(l => l is { MappedObjectId: not null, RecordId: not null, OpportunityId: not null })) linked[link.MappedObjectId!] = link.OpportunityId!;
        return linked.ToImmutableDictionary();
    }

    /// <summary>A record that an interrupted adoption made, and whose id was not remembered yet: it stands in nobody's way.</summary>
    private static bool IsMadeByUs(JsonObject record, IReadOnlyList<LinkState> links) =>
        Text(record, CoSellFields.ClazarId) is { } id && links.Any(l => l.Link.Id == id && (l.Link.RecordId is null || l.Baseline.MappedObjectId is null));

    private static string? Text(JsonObject record, string path) =>
        path.Split('.').Aggregate<string, JsonNode?>(record, (node, name) => (node as JsonObject)?[name]) is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
