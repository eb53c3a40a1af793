using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Settling;

namespace SyncWorker.Salesforce;

/// <summary>The partner's Salesforce org: the co-sell record with all that it follows.</summary>
internal sealed class SalesforceSide(SalesforceClient client, MapHolder maps, TimeProvider time) : ISide
{
    /// <summary>The org's own address, for links that people click.</summary>
    public Uri Org => client.Org;

    public async Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation)
    {
        if (link.RecordId is not { } id) return null;
        var ours = time.GetUtcNow();
        var answer = await client.QueryAsync(CoSellQuery.Where(maps.Current, $"Id = {Soql.Id(id)}"), cancellation);
        return answer.Records is [var record] ? SideRecord.OfSalesforce(record, answer.Date, ours) : null;
    }

    /// <summary>Reads several co-sell records by one query: unlike the multi-get of the REST API, a query reaches what rows follow.</summary>
    /// <returns>The records by id; one that is gone or hidden is left out.</returns>
    public async Task<IReadOnlyDictionary<string, SideRecord>> ReadManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return new Dictionary<string, SideRecord>();
        var ours = time.GetUtcNow();
        var answer = await client.QueryAsync(CoSellQuery.Where(maps.Current, $"Id IN ({string.Join(", ", ids.Select(Soql.Id))})"), cancellation);
        return answer.Records.ToDictionary(r => r["Id"]!.GetValue<string>(), r => SideRecord.OfSalesforce(r, answer.Date, ours));
    }

    public Task<Delivery> DeliverAsync(Link link, Step step, SideRecord? target, DateTimeOffset sendBy, CancellationToken cancellation) => step.Kind switch
    {
        StepKind.CreateRecord => CreateAsync(link, step, sendBy, cancellation),
        _ => throw new InvalidOperationException($"{step.Kind} is no step of Salesforce that goes alone."),
    };

    /// <summary>An insert with a frozen body on the unique Clazar Id: a second one is refused, then found and adopted. An upsert sent again would overwrite a seller.</summary>
    private async Task<Delivery> CreateAsync(Link link, Step step, DateTimeOffset sendBy, CancellationToken cancellation)
    {
        var record = maps.Current.RecordType;
        try
        {
            return new Delivery(link with { RecordId = await client.CreateAsync(record, (JsonObject)JsonNode.Parse(step.Intent!.Body)!, sendBy, cancellation) }, null);
        }
        catch (RemoteException duplicate) when (duplicate.Code == "DUPLICATE_VALUE")
        {
            if (await FindAsync(link, record, cancellation) is not { } found) throw;
            return new Delivery(link with { RecordId = found }, null);
        }
    }

    /// <summary>The record that an earlier try made. Where it cannot be looked for, the insert stays open.</summary>
    private async Task<string?> FindAsync(Link link, string record, CancellationToken cancellation)
    {
        try
        {
            return (await client.FindByExternalIdAsync(record, CoSellFields.ClazarId, link.Id, cancellation))?["Id"]!.GetValue<string>();
        }
        catch (RemoteException unread)
        {
            throw new RemoteException("Salesforce", unread.Operation, unread.Kind == RemoteErrorKind.Rejected ? RemoteErrorKind.Transient : unread.Kind, unread.Code, unread.RemoteMessage, unread) { MayHaveLanded = true };
        }
    }

    /// <summary>Updates several co-sell records by one call, each guarded for itself.</summary>
    /// <param name="updates">The views with the update that each waits for; at most <see cref="SalesforceClient.UpdatesPerComposite"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What became of each, in the order given.</returns>
    public async Task<IReadOnlyList<Task<Delivery>>> UpdateAsync(IReadOnlyList<(View View, Step Update)> updates, CancellationToken cancellation)
    {
        var ids = string.Join(", ", updates.Select(u => Soql.Id(u.View.Link.RecordId!)));
        var ours = time.GetUtcNow();
        var landed = await client.UpdateAsync(
            [.. updates.Select(u => Guarded(u.View, u.Update))], CoSellQuery.Where(maps.Current, $"Id IN ({ids})"), updates.Min(u => u.View.SendBy), cancellation);
        return [.. updates.Zip(landed, (u, answer) => DeliveredAsync(u.View, answer, ours))];
    }

    private GuardedUpdate Guarded(View view, Step update)
    {
        var fields = new JsonObject { [CoSellFields.SyncNonce] = view.SentTo(Side.Salesforce)!.Nonce };
        foreach (var (field, json) in update.Changes.SelectMany(c => c.Writes).Concat(update.Bookkeeping)) fields[field] = JsonNode.Parse(json);
        return new GuardedUpdate(maps.Current.RecordType, view.Link.RecordId!, fields, SalesforceTime.Parse(view.Salesforce!.Version!));
    }

    /// <summary>The re-read shares the composite with the write, so its version is the write's receipt unless somebody edited in between; the nonce tells.</summary>
    private static async Task<Delivery> DeliveredAsync(View view, Task<Landed> answer, DateTimeOffset ours)
    {
        var after = SideRecord.OfSalesforce((await answer).Record, (await answer).Date, ours);
        var isOurs = after.Record![CoSellFields.SyncNonce]?.GetValue<string>() == view.SentTo(Side.Salesforce)!.Nonce;
        return new Delivery(view.Link, isOurs ? after.Version : null, After: after);
    }
}
