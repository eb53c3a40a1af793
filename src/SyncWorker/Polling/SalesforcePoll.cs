using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Braking;
using SyncWorker.Connections;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>
/// Finds what changed in Salesforce and marks it due: one composite of five queries. A change that comes only through what a row follows (the Opportunity, its Account, its Owner) is seen
/// too. Writes to neither side.
/// </summary>
internal sealed class SalesforcePoll(SalesforceClient client, Shares shares, ISyncStore store, Mode mode, MapHolder maps, Brakes brakes, Seen seen, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<SalesforcePoll> logger)
{
    private const string Watermark = "Salesforce";

    // What is passed over while the connection observes is read again once it is live.
    private const string Observing = Watermark + ", observing";

    // What a poll met that did not come to its end counts with the next one, which passes over it because it is marked.
    private readonly HashSet<string> _changed = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        var watermark = (await mode.EnterAsync(cancellation)).IsLive ? Watermark : Observing;
        var clock = SalesforceClock.Parse(await store.WatermarkAsync(watermark, cancellation));
        var (from, ours, shared) = (clock.From, time.GetUtcNow(), new HashSet<string>());
        var (read, marked, theirs) = await ReadAsync(from, shared, cancellation);
        var now = clock.Read(ours, theirs, options.CurrentValue.PollOverlap);
        if (from is { } began && clock.Since(ours, theirs) is var earlier && earlier < began)
        {
            // A clock was set back since the last poll: what was stamped in between has stamps that this poll did not ask for.
            Log.ClockSet(logger, began - earlier);
            var (again, more, _) = await ReadAsync(earlier, shared, cancellation);
            (read, marked) = (read + again, marked + more);
        }

        marked += await shares.MarkAsync(shared, from is not null, cancellation);

        // The first poll meets every record; that is no change.
        await brakes.PolledAsync(Side.Salesforce, from is null ? 0 : _changed.Count, cancellation);
        _changed.Clear();

        // All pages are marked.
        await store.MoveWatermarkAsync(watermark, now.ToString(), cancellation);
        Log.PollFinished(logger, Side.Salesforce, read, marked);
    }

    /// <summary>Lists all co-sell records and all shared Opportunities, and marks those without a link: no cursor can miss a record for longer than this.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var (map, listed, shared) = (maps.Current, 0, new HashSet<string>());
        await PagesAsync([.. Shared(map), PollSource.Listed(map)], null, shared, async (_, records) =>
        {
            listed += records.Count;
            return await MarkUnlinkedAsync(records, cancellation);
        }, cancellation);
        await shares.MarkAsync(shared, false, cancellation);
        await brakes.ListedAsync(Side.Salesforce, listed, cancellation);
    }

    /// <returns>How many records were read, how many marked, and Salesforce's clock when the reading began.</returns>
    private async Task<(int Read, int Marked, DateTimeOffset Clock)> ReadAsync(DateTimeOffset? from, HashSet<string> shared, CancellationToken cancellation)
    {
        var map = maps.Current;

        // At first every record is read with all that it follows.
        PollSource[] sources = [.. Shared(map), PollSource.Records(map), .. from is null ? [] : PollSource.Followed(map)];
        return await PagesAsync(sources, from, shared, (source, records) => MarkAsync(map, source, records, from is not null, cancellation), cancellation);
    }

    /// <summary>Share With AWS makes a draft, where the co-sell record is not the Opportunity itself. It is asked first: a record that was made before the tick is there when the records are read.</summary>
    private static PollSource[] Shared(FieldMap map) => map.IsStandard ? [] : [PollSource.Shared];

    /// <summary>
    /// Reads all pages of several queries, those that have more together, and marks what each page of co-sell records tells. The shared Opportunities are kept until all of these are marked: the
    /// record that somebody made for one may stand on the last page.
    /// </summary>
    private async Task<(int Read, int Marked, DateTimeOffset Clock)> PagesAsync(
        IReadOnlyList<PollSource> sources, DateTimeOffset? from, HashSet<string> shared, Func<PollSource, IReadOnlyList<JsonObject>, Task<int>> mark, CancellationToken cancellation)
    {
        var (read, marked, clock) = (0, 0, DateTimeOffset.MaxValue);
        var places = new Queue<(PollSource Source, JsonObject? After)>(sources.Select(s => (s, (JsonObject?)null)));
        while (places.Count > 0)
        {
            (PollSource Source, JsonObject? After)[] together = [.. Enumerable.Range(0, Math.Min(places.Count, SalesforceClient.QueriesPerComposite)).Select(_ => places.Dequeue())];
            var pages = await client.QueryTogetherAsync([.. together.Select(p => p.Source.Query(from, p.After))], cancellation);
            foreach (var (source, page) in together.Zip(pages, (p, page) => (p.Source, page)))
            {
                if (page.Date < clock) clock = page.Date;
                read += page.Records.Count;
                if (source == PollSource.Shared) shared.UnionWith(page.Records.Select(o => o["Id"]!.GetValue<string>()));
                else marked += await mark(source, page.Records);
                if (PollSource.HasMore(page)) places.Enqueue((source, page.Records[^1]));
            }
        }

        return (read, marked, clock);
    }

    private async Task<int> MarkAsync(FieldMap map, PollSource source, IReadOnlyList<JsonObject> records, bool counts, CancellationToken cancellation)
    {
        var (marked, released) = (0, brakes.Released(BrakeKind.ManyChanges));
        foreach (var record in records)
        {
            var (id, content) = (record["Id"]!.GetValue<string>(), RecordContent.Of(record));
            if (!seen.IsNew(id, content)) continue;
            if (await LinkAsync(record, cancellation) is { } link)
            {
                // What a row follows is never written by the worker.
                if (counts && (source.IsFollowed ? source.Stamp(record) > released : Unsettled.IsOf(link, Side.Salesforce, record["LastModifiedDate"]?.GetValue<string>(), released)) && _changed.Add(link.Link.Id))
                    await brakes.MetAsync(Side.Salesforce, _changed.Count, cancellation);

                // Our own word on a parked record is no news of it.
                var isOurWord = link.ParkedAt is not null && !source.IsFollowed && record["LastModifiedDate"]?.GetValue<string>() == link.Baseline.SalesforceReceipt;
                await store.MarkAsync([new Mark(link.Link.Id, isOurWord ? Priority.Sweep : Urgency.Of(map, record, link))], cancellation);
                marked++;
            }

            seen.Note(id, content);
        }

        return marked;
    }

    private async Task<int> MarkUnlinkedAsync(IReadOnlyList<JsonObject> records, CancellationToken cancellation)
    {
        var marked = 0;
        foreach (var record in records)
        {
            if (await store.FindByRecordAsync(record["Id"]!.GetValue<string>(), cancellation) is not null) continue;
            await store.MarkAsync([new Mark((await LinkAsync(record, cancellation))!.Link.Id, Priority.Edit)], cancellation);
            marked++;
        }

        return marked;
    }

    /// <summary>The Clazar Id that a record carries is its link's; a record without one was made by a seller. One that was deleted before it had a link never gets one.</summary>
    private async Task<LinkState?> LinkAsync(JsonObject record, CancellationToken cancellation)
    {
        var (id, clazarId) = (record["Id"]!.GetValue<string>(), record[CoSellFields.ClazarId]?.GetValue<string>());
        if (await store.FindByRecordAsync(id, cancellation) is { } known) return known;
        if (record["IsDeleted"]?.GetValue<bool>() == true) return null;
        if (clazarId is not null && await store.GetAsync(clazarId, cancellation) is { Link.RecordId: null } made) return made;

        // What it is mapped to keeps Share With AWS from making another one beside it.
        return await store.AddAsync(new Link { Id = clazarId ?? LinkIds.ForRecord(id), RecordId = id, MappedObjectId = record[CoSellFields.Opportunity]?.GetValue<string>() }, cancellation);
    }
}
