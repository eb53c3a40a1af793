using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>
/// Finds what changed in Salesforce and marks it due: one composite of five queries, each with its own watermark. A change that comes only through what a row follows (the Opportunity, its
/// Account, its Owner) is seen too. Writes to neither side.
/// </summary>
internal sealed class SalesforcePoll(SalesforceClient client, ISyncStore store, MapHolder maps, Seen seen, IOptionsMonitor<SyncOptions> options, ILogger<SalesforcePoll> logger)
{
    // Name of the watermark and the stamp that moves it. A User's SystemModstamp moves on every sign-in, so owners go by LastModifiedDate.
    private static readonly (string Name, string Stamp)[] Sources =
    [
        ("Salesforce co-sell", "SystemModstamp"),
        ("Salesforce Opportunity", "Opportunity__r.SystemModstamp"),
        ("Salesforce Account", "Opportunity__r.Account.SystemModstamp"),
        ("Salesforce Owner", "Opportunity__r.Owner.LastModifiedDate"),
    ];

    private const string Shared = "Salesforce shared";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var map = maps.Current;
        var queries = new List<string>();
        foreach (var (name, stamp) in Sources) queries.Add(await ChangedAsync(map, name, stamp, cancellation));
        queries.Add(await SharedAsync(cancellation));
        var answers = await client.QueryTogetherAsync(queries, cancellation);
        var marked = 0;
        for (var i = 0; i < Sources.Length; i++)
        {
            marked += await MarkAsync(map, Sources[i].Name, answers[i].Records, cancellation);
            await MoveAsync(Sources[i].Name, answers[i].Records, Sources[i].Stamp, cancellation);
        }

        marked += await MarkSharedAsync(answers[^1].Records, cancellation);
        await MoveAsync(Shared, answers[^1].Records, "SystemModstamp", cancellation);
        Log.PollFinished(logger, Side.Salesforce, answers.Sum(a => a.Records.Count), marked);
    }

    private async Task<string> ChangedAsync(FieldMap map, string name, string stamp, CancellationToken cancellation)
    {
        var condition = await SinceAsync(name, stamp, cancellation);
        return $"SELECT {CoSellQuery.Fields(map)}{(stamp is "SystemModstamp" || CoSellQuery.Fields(map).Contains(stamp) ? "" : ", " + stamp)} FROM {map.RecordType}{condition} ORDER BY {stamp}, Id";
    }

    private async Task<string> SharedAsync(CancellationToken cancellation) =>
        $"SELECT Id, SystemModstamp FROM Opportunity{await SinceAsync(Shared, "SystemModstamp", cancellation, $"{CoSellFields.ShareWithAws} = TRUE")} ORDER BY SystemModstamp, Id";

    /// <summary>Reads again from the watermark less an overlap: a transaction becomes visible after its stamp.</summary>
    private async Task<string> SinceAsync(string name, string stamp, CancellationToken cancellation, string? and = null)
    {
        var watermark = await store.WatermarkAsync(name, cancellation);
        string?[] conditions = [and, watermark is null ? null : $"{stamp} >= {Soql.DateTime(SalesforceTime.Parse(watermark) - options.CurrentValue.PollOverlap)}"];
        var given = conditions.OfType<string>().ToArray();
        return given.Length == 0 ? "" : " WHERE " + string.Join(" AND ", given);
    }

    private async Task<int> MarkAsync(FieldMap map, string source, IReadOnlyList<JsonObject> records, CancellationToken cancellation)
    {
        var marked = 0;
        foreach (var record in records)
        {
            var (id, content) = (record["Id"]!.GetValue<string>(), record.ToJsonString());

            // Each source selects a stamp of its own, so the same record reads differently in each.
            var key = $"{source} {id}";
            if (!seen.IsNew(key, content)) continue;
            var link = await LinkAsync(id, record[CoSellFields.ClazarId]?.GetValue<string>(), cancellation);
            await store.MarkAsync([new Mark(link.Link.Id, Urgency.Of(map, record, link))], cancellation);
            seen.Note(key, content);
            marked++;
        }

        return marked;
    }

    /// <summary>The Clazar Id that a record carries is its link's; a record without one was made by a seller.</summary>
    private async Task<LinkState> LinkAsync(string recordId, string? clazarId, CancellationToken cancellation)
    {
        if (await store.FindByRecordAsync(recordId, cancellation) is { } known) return known;
        if (clazarId is not null && await store.GetAsync(clazarId, cancellation) is { Link.RecordId: null } made) return made;
        return await store.AddAsync(new Link { Id = clazarId ?? LinkIds.ForRecord(recordId), RecordId = recordId }, cancellation);
    }

    /// <summary>A link, even held, keeps Share With AWS from making a second co-sell record.</summary>
    private async Task<int> MarkSharedAsync(IReadOnlyList<JsonObject> opportunities, CancellationToken cancellation)
    {
        var marked = 0;
        foreach (var id in opportunities.Select(o => o["Id"]!.GetValue<string>()))
        {
            if (await store.FindByMappedObjectAsync(id, cancellation) is not null) continue;
            var link = await store.AddAsync(new Link { Id = LinkIds.ForMappedObject(id), MappedObjectId = id }, cancellation);
            await store.MarkAsync([new Mark(link.Link.Id, Priority.Edit)], cancellation);
            marked++;
        }

        return marked;
    }

    /// <summary>The whole page chain is marked: the watermark moves to the newest stamp seen, exactly as Salesforce wrote it.</summary>
    private async Task MoveAsync(string name, IReadOnlyList<JsonObject> records, string stamp, CancellationToken cancellation)
    {
        var newest = records.Select(r => Value(r, stamp)).OfType<string>().Select(s => (Text: s, At: SalesforceTime.Parse(s))).OrderBy(s => s.At).LastOrDefault();
        if (newest.Text is not null) await store.MoveWatermarkAsync(name, newest.Text, cancellation);
    }

    private static string? Value(JsonObject record, string path) => path.Split('.').Aggregate<string, JsonNode?>(record, (node, name) => (node as JsonObject)?[name])?.GetValue<string>();
}
