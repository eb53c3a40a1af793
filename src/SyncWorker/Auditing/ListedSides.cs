using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Auditing;

/// <summary>
/// Compares every link with what the two sides list: AWS's summaries, a hundred a call, and the co-sell records, two thousand a call. A deal whose record holds what was accounted for, at the
/// version of the opportunity that was decided on, needs no look of its own.
/// </summary>
internal sealed class ListedSides(SalesforceClient salesforce, PartnerCentralClient partnerCentral, SolutionList solutions, OpenAcceptances acceptances, ISyncStore store, MapHolder maps, TimeProvider time)
{
    /// <param name="full">Whether every link is suspect.</param>
    /// <param name="grace">How long ago a record was changed at least that the polls are held to know.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Listing> CompareAsync(bool full, TimeSpan grace, CancellationToken cancellation)
    {
        await solutions.EnsureAsync(cancellation);
        var opportunities = (await partnerCentral.ListOpportunitiesAsync(null, cancellation)).ToDictionary(o => Text(o, "Id")!);

        // What is remembered of a link is read again when its record is compared: all of it at once may be more than fits into memory.
        var links = await store.EachLinkAsync(cancellation).Select(l => (l.Link, IsCreating: l.Baseline.Intent?.Kind == StepKind.CreateOpportunity)).ToArrayAsync(cancellation);
        var linkedRecords = links.Select(l => l.Link.RecordId).OfType<string>().ToHashSet();
        var (standing, unknown, records) = (new HashSet<string>(), new List<string>(), 0);
        await foreach (var page in salesforce.PagesOfAsync(Query(maps.Current), cancellation))
        {
            records += page.Records.Count;
            foreach (var record in page.Records)
            {
                var id = Text(record, "Id")!;
                if (!linkedRecords.Contains(id))
                {
                    if (page.Date - SalesforceTime.Parse(Text(record, "SystemModstamp")!) > grace) unknown.Add(id);
                }
                else if (!full && await store.FindByRecordAsync(id, cancellation) is { } link && Stands(maps.Current, link, record, page.Date, opportunities)) standing.Add(link.Link.Id);
            }
        }

        var linked = links.Select(l => l.Link.OpportunityId).OfType<string>().ToHashSet();

        // While a create or an acceptance is open, an unknown opportunity may be the one that it made.
        JsonObject[] without = [.. opportunities.Values.Where(o => !linked.Contains(Text(o, "Id")!) && time.GetUtcNow() - Date(o) > grace)];
        if (links.Any(l => l.IsCreating) || (without.Length > 0 && await acceptances.AnyAsync(cancellation))) without = [];
        return new Listing(links.Length, records, opportunities.Count, [.. links.Select(l => l.Link.Id).Where(id => !standing.Contains(id))], unknown, without);
    }

    private bool Stands(FieldMap map, LinkState link, JsonObject record, DateTimeOffset readAt, Dictionary<string, JsonObject> opportunities)
    {
        if (link.Link.OpportunityId is not { } id || opportunities.GetValueOrDefault(id) is not { } summary) return false;
        var isLocked = link.Link.IsReferral || link.Baseline[Labels.Status].PartnerCentral.Canonical is ReviewStatus.Approved or ReviewStatus.Rejected;
        return AsAccounted.Stands(map, link.Baseline, SalesforceDecoder.Decode(map, record, readAt, isLocked, solutions.Current), Text(summary, "LastModifiedDate")!);
    }

    private static string Query(FieldMap map) => $"SELECT {CoSellQuery.Fields(map)} FROM {map.RecordType}{(map.IsStandard ? $" WHERE {CoSellFields.ShareWithAws} = TRUE" : "")} ORDER BY Id";

    private static DateTimeOffset Date(JsonObject summary) => DateTimeOffset.Parse(Text(summary, "LastModifiedDate")!, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();
}
