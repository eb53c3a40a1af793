using System.Text.Json.Nodes;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Commands.Restore;

/// <summary>Writes a restored value into the co-sell record, guarded, and without the nonce of the worker's own writes: the next settle takes it for the edit that it is.</summary>
internal sealed class Restorer(Settler settler, SalesforceClient client, ISyncStore store, MapHolder maps, Quiet quiet, TimeProvider time, ILogger<Restorer> logger)
{
    /// <exception cref="VerbFailedException">It cannot be restored.</exception>
    /// <exception cref="RemoteException">A side failed.</exception>
    public async Task<Restoration> RestoreAsync(LosingValue losing, CancellationToken cancellation)
    {
        var entry = losing.Record;
        var state = await store.GetAsync(entry.LinkId, cancellation) ?? throw new VerbFailedException($"The link {entry.LinkId} of entry {entry.Number} is not known any more.");
        if ((await store.ConnectionAsync(cancellation)).Only is { Length: > 0 } only && !only.Contains(state.Link.OpportunityId ?? ""))
            throw new VerbFailedException($"Nothing is restored, because the connection is limited to {string.Join(", ", only)}. Widen it with go-live first.");
        var look = await settler.LookOnlyAsync(state, null, cancellation);
        var restoration = Restoration.Of(maps.Current, look.View.Link, entry.Row!, losing.Value, look.Snapshots.Salesforce, look.Snapshots.PartnerCentral, time.GetUtcNow());
        if (restoration.Refusal is { } refusal) throw new VerbFailedException(refusal);
        if (quiet.Until(look.View.Salesforce) is not null) throw new VerbFailedException("Somebody changed the co-sell record a moment ago. Wait half a minute and look again before you restore over it.");
        await store.AppendAsync(Journal.Restoring(entry, losing.Value, restoration, look.View, time.GetUtcNow()), cancellation);
        var after = await WriteAsync(look.View, restoration, cancellation);
        Log.Restored(logger, entry.Row!, entry.LinkId, entry.Number);
        await store.AppendAsync([Journal.Restored(entry, after, time.GetUtcNow())], cancellation);
        await store.MarkAsync([new Mark(entry.LinkId, Priority.Edit)], cancellation);
        return restoration;
    }

    private async Task<string?> WriteAsync(View view, Restoration restoration, CancellationToken cancellation)
    {
        var fields = new JsonObject();
        foreach (var (field, json) in restoration.Writes) fields[field] = JsonNode.Parse(json);
        var (record, version) = (view.Link.RecordId!, view.Salesforce!.Version!);
        var update = new GuardedUpdate(maps.Current.RecordType, record, fields, SalesforceTime.Parse(version));
        try
        {
            var landed = await client.UpdateAsync([update], CoSellQuery.Where(maps.Current, $"Id = {Soql.Id(record)}"), time.GetUtcNow() + SentWrite.SendBy, cancellation);
            return SideRecord.OfSalesforce((await landed[0]).Record, (await landed[0]).Date, time.GetUtcNow()).Version;
        }
        catch (RemoteException failed) when (failed.Kind is RemoteErrorKind.Stale or RemoteErrorKind.Rejected)
        {
            await store.AppendAsync([Journal.NotRestored(view.Link, failed, time.GetUtcNow())], cancellation);
            throw new VerbFailedException(failed.Kind == RemoteErrorKind.Stale
                ? "Somebody changed the co-sell record meanwhile, so nothing was written. Look again, and restore once more if it is still meant."
                : $"Salesforce refused the value, so nothing was written: {failed.RemoteMessage}");
        }
    }
}
