using SyncWorker.Connections;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>What becomes of the Opportunities that are shared with AWS: a draft, unless a link is known or a co-sell record is there. Writes to neither side.</summary>
internal sealed class Shares(SalesforceClient client, ISyncStore store, Mode mode, MapHolder maps, Seen seen, ILogger<Shares> logger)
{
    // One query asks for as many as fit well into its address.
    private const int AskTogether = 96;

    /// <summary>Marks the shared Opportunities, once the co-sell records are marked. A link, even held, keeps Share With AWS from making a second co-sell record.</summary>
    /// <param name="opportunities">Their ids.</param>
    /// <param name="areChanged">Whether somebody changed them since the last poll.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkAsync(IReadOnlyCollection<string> opportunities, bool areChanged, CancellationToken cancellation)
    {
        // Who adopts an opportunity for it will find that it has no draft yet.
        if (!(await mode.EnterAsync(cancellation)).IsLive) return 0;
        var (marks, unknown) = (new List<Mark>(), new List<string>());
        foreach (var id in opportunities)
        {
            var known = await store.FindByMappedObjectAsync(id, cancellation);
            if (known is null) unknown.Add(id);

            // One that was added and never marked was lost between the two.
            else if (known.Due == 0) marks.Add(new Mark(known.Link.Id, Priority.Edit));
            else if (areChanged) Tell(id, known.Link);
        }

        foreach (var id in await WithoutRecordAsync(unknown, cancellation))
        {
            var made = await store.AddAsync(new Link { Id = LinkIds.ForMappedObject(id), MappedObjectId = id }, cancellation);
            marks.Add(new Mark(made.Link.Id, Priority.Edit));
        }

        if (marks.Count > 0) await store.MarkAsync(marks, cancellation);
        return marks.Count;
    }

    /// <summary>
    /// A record may stand there that no link tells of: its lookup was set since it was settled last, or it was made since the records were read. That of a referral that is over keeps nobody from
    /// sharing.
    /// </summary>
    private async Task<IEnumerable<string>> WithoutRecordAsync(List<string> opportunities, CancellationToken cancellation)
    {
        var mapped = new HashSet<string>();
        foreach (var together in opportunities.Chunk(AskTogether))
        {
            var soql = $"SELECT Id, {CoSellFields.Opportunity} FROM {maps.Current.RecordType} WHERE {CoSellFields.Opportunity} IN ({string.Join(", ", together.Select(Soql.Id))})";
            foreach (var record in (await client.QueryAsync(soql, cancellation)).Records)
            {
                if (await store.FindByRecordAsync(record["Id"]!.GetValue<string>(), cancellation) is not { Link.IsReferralOver: true }) mapped.Add(record[CoSellFields.Opportunity]!.GetValue<string>());
            }
        }

        return opportunities.Where(o => !mapped.Contains(o));
    }

    /// <summary>Says of an Opportunity that somebody changed, once, that its share makes nothing; of its own draft there is nothing to say.</summary>
    private void Tell(string opportunity, Link known)
    {
        if ((known.Id == LinkIds.ForMappedObject(opportunity) && !known.IsRecordDeleted) || !seen.IsNew(opportunity, known.Id)) return;
        Log.ShareMakesNothing(logger, opportunity, known.Id);
        seen.Note(opportunity, known.Id);
    }
}
