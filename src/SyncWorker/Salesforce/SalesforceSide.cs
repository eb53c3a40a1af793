using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Settling;

namespace SyncWorker.Salesforce;

/// <summary>The partner's Salesforce org: the co-sell record with all that it follows.</summary>
internal sealed class SalesforceSide(SalesforceClient client, MapHolder maps) : ISide
{
    /// <summary>The org's own address, for links that people click.</summary>
    public Uri Org => client.Org;

    public async Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation)
    {
        if (link.RecordId is not { } id) return null;
        var answer = await client.QueryAsync(CoSellQuery.Where(maps.Current, $"Id = {Soql.Id(id)}"), cancellation);
        return answer.Records is [var record] ? SideRecord.OfSalesforce(record, answer.Date) : null;
    }

    /// <summary>Reads several co-sell records by one query: unlike the multi-get of the REST API, a query reaches what rows follow.</summary>
    /// <returns>The records by id; one that is gone or hidden is left out.</returns>
    public async Task<IReadOnlyDictionary<string, SideRecord>> ReadManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<string, SideRecord>();
        var answer = await client.QueryAsync(CoSellQuery.Where(maps.Current, $"Id IN ({string.Join(", ", ids.Select(Soql.Id))})"), cancellation);
        return answer.Records.ToDictionary(r => r["Id"]!.GetValue<string>(), r => SideRecord.OfSalesforce(r, answer.Date));
    }

    public Task<Delivery> DeliverAsync(Link link, Step step, SentWrite? sent, SideRecord? target, CancellationToken cancellation) => step.Kind switch
    {
        StepKind.CreateRecord => CreateAsync(link, step, cancellation),
        StepKind.UpdateRecord => UpdateAsync(link, step, sent!, target!, cancellation),
        _ => throw new InvalidOperationException($"{step.Kind} is no step of Salesforce."),
    };

    /// <summary>An insert with a frozen body on the unique Clazar Id: a second one is refused, then found and adopted. An upsert sent again would overwrite a seller.</summary>
    private async Task<Delivery> CreateAsync(Link link, Step step, CancellationToken cancellation)
    {
        var record = maps.Current.RecordType;
        try
        {
            return new Delivery(link with { RecordId = await client.CreateAsync(record, (JsonObject)JsonNode.Parse(step.Intent!.Body)!, cancellation) }, null);
        }
        catch (RemoteException duplicate) when (duplicate.Code == "DUPLICATE_VALUE")
        {
            if (await client.FindByExternalIdAsync(record, CoSellFields.ClazarId, link.Id, cancellation) is not { } found) throw;
            return new Delivery(link with { RecordId = found["Id"]!.GetValue<string>() }, null);
        }
    }

    private async Task<Delivery> UpdateAsync(Link link, Step step, SentWrite sent, SideRecord target, CancellationToken cancellation)
    {
        var fields = new JsonObject { [CoSellFields.SyncNonce] = sent.Nonce };
        foreach (var (field, json) in step.Changes.SelectMany(c => c.Writes).Concat(step.Bookkeeping)) fields[field] = JsonNode.Parse(json);
        var update = new GuardedUpdate(maps.Current.RecordType, link.RecordId!, fields, SalesforceTime.Parse(target.Record!["LastModifiedDate"]!.GetValue<string>()));
        var landed = await client.UpdateAsync(update, CoSellQuery.Where(maps.Current, $"Id = {Soql.Id(link.RecordId!)}"), cancellation);

        // The re-read shares the composite with the write, so its version is the write's receipt unless somebody edited in between; the nonce tells.
        var isOurs = landed.Record[CoSellFields.SyncNonce]?.GetValue<string>() == sent.Nonce;
        return new Delivery(link, isOurs ? landed.Record["LastModifiedDate"]!.GetValue<string>() : null, After: SideRecord.OfSalesforce(landed.Record, landed.Date));
    }
}
