using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SyncWorker.Braking;
using SyncWorker.Connections;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>
/// Finds what changed in Partner Central and marks it due: the opportunities since the last date that AWS issued, with an overlap, because AWS does not say that its list knows of each change
/// at once; and the invitations that wait for an answer. Writes to neither side.
/// </summary>
internal sealed class PartnerCentralPoll(PartnerCentralClient client, OpenAcceptances acceptances, ISyncStore store, Mode mode, Brakes brakes, Seen seen, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<PartnerCentralPoll> logger)
{
    // AWS's own record closes some time after the partner's.
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(30);

    // What a poll met that did not come to its end counts with the next one, which passes over it because it is marked.
    private readonly HashSet<string> _changed = [];
    private int _leads;

    private const string Watermark = "Partner Central opportunities";

    // What is passed over while the connection observes is read again once it is live.
    private const string Observing = Watermark + ", observing";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var state = await mode.EnterAsync(cancellation);
        var isLive = state.IsLive;
        var watermark = isLive ? Watermark : Observing;
        var since = await store.WatermarkAsync(watermark, cancellation);
        var opportunities = await client.ListOpportunitiesAsync(since is null ? null : DateTimeOffset.Parse(since, CultureInfo.InvariantCulture) - options.CurrentValue.PollOverlap, cancellation);
        await store.NoteAsync([.. opportunities.Select(KnownOpportunity.Of)], cancellation);
        var invitations = await OpportunityInvitationsAsync(cancellation);
        var (isAccepting, answered) = await acceptances.LookAsync(invitations, cancellation);
        var (marked, waits) = (0, false);
        foreach (var summary in opportunities)
        {
            var outcome = await MarkAsync(summary, isAccepting, isLive, since is not null, cancellation);
            marked += outcome == Marking.Marked ? 1 : 0;
            waits |= outcome == Marking.Waits;
        }

        // The newest opportunity is always among those since its own date: where it is not, others may be gone too. The first poll meets every opportunity; that is no change.
        if (since is not null && opportunities.Count == 0) await ListAsync(cancellation);
        await brakes.PolledAsync(Side.PartnerCentral, since is null ? 0 : _changed.Count, cancellation);
        _changed.Clear();

        // The watermark moves only when the whole chain is marked. While named deals alone are settled no referral is: what waits for one is met again by the list of all.
        if (opportunities is [.., var last] && (!waits || !state.Only.IsEmpty)) await store.MoveWatermarkAsync(watermark, Text(last, "LastModifiedDate")!, cancellation);
        seen.HasReadPartnerCentral = isLive;
        foreach (var invitation in invitations) marked += await MarkInvitationAsync(invitation, cancellation) ? 1 : 0;

        await store.MarkAsync([.. answered.Select(r => new Mark(r.Link.Id, Priority.Referral))], cancellation);
        Log.PollFinished(logger, Side.PartnerCentral, opportunities.Count + invitations.Count, marked);
    }

    /// <summary>
    /// A change of AWS's own view or of the associations need not move LastModifiedDate, and what a draft waits for may come about without an edit: a slow sweep looks at every deal but
    /// those that were over a month ago.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var longAgo = time.GetUtcNow() - Afterwards;
        var open = await store.EachLinkAsync(cancellation).Where(l => !(Standing.IsOver(l.Link, l.Baseline) && l.Baseline.PartnerCentralDate < longAgo)).Select(l => l.Link.Id).ToArrayAsync(cancellation);
        await store.MarkAsync([.. open.Select(id => new Mark(id, Priority.Sweep))], cancellation);
        Log.SweepFinished(logger, open.Length);
    }

    /// <summary>
    /// Counts all opportunities: what a poll asks for tells nothing of those that did not change. One that AWS lists late, with a date that the polls have passed, is met here, and so is one
    /// whose deal was deleted since.
    /// </summary>
    public async Task ListAsync(CancellationToken cancellation)
    {
        var opportunities = await client.ListOpportunitiesAsync(null, cancellation);
        await brakes.ListedAsync(Side.PartnerCentral, opportunities.Count, cancellation);
        if (!(await mode.EnterAsync(cancellation)).IsLive) return;
        var isAccepting = await acceptances.AnyAsync(cancellation);
        foreach (var summary in opportunities)
        {
            var id = Text(summary, "Id")!;
            if (await store.FindByOpportunityAsync(id, cancellation) is not null) continue;
            await MeetAsync(summary, isAccepting, isLive: true, counts: false, cancellation);
        }
    }

    private async Task<Marking> MarkAsync(JsonObject summary, bool isAccepting, bool isLive, bool counts, CancellationToken cancellation) =>
        seen.IsNew(Text(summary, "Id")!, summary.ToJsonString()) ? await MeetAsync(summary, isAccepting, isLive, counts, cancellation) : Marking.Known;

    private async Task<Marking> MeetAsync(JsonObject summary, bool isAccepting, bool isLive, bool counts, CancellationToken cancellation)
    {
        var id = Text(summary, "Id")!;
        var known = await store.FindByOpportunityAsync(id, cancellation);

        // Before the connection is live a person decides what becomes of an opportunity that nobody linked.
        if (known is null && !isLive) return Marking.Known;
        if ((known ?? await UnlinkedAsync(id, Text(summary, "PartnerOpportunityIdentifier"), isAccepting, cancellation)) is not { } link) return Marking.Waits;

        if (counts && Unsettled.IsOf(link, Side.PartnerCentral, Text(summary, "LastModifiedDate"), brakes.Released(BrakeKind.ManyChanges)) && _changed.Add(link.Link.Id))
            await brakes.MetAsync(Side.PartnerCentral, _changed.Count, cancellation);

        // The version that our own last write left was read back and decided on.
        var isOurs = link.Baseline.PartnerCentralReceipt is { } receipt && receipt == Text(summary, "LastModifiedDate");
        if (!isOurs) await store.MarkAsync([new Mark(link.Link.Id, Priority.Edit)], cancellation);
        seen.Note(id, summary.ToJsonString());
        return isOurs ? Marking.Known : Marking.Marked;
    }

    /// <summary>Links an opportunity that no link knows, and marks it due.</summary>
    /// <returns>The link's id; null where it may be what an open acceptance made.</returns>
    public async Task<string?> LinkAsync(string id, CancellationToken cancellation)
    {
        var opportunity = await client.GetOpportunityAsync(id, cancellation);
        var isAccepting = await acceptances.AnyAsync(cancellation);
        if ((await store.FindByOpportunityAsync(id, cancellation) ?? await UnlinkedAsync(id, Text(opportunity, "PartnerOpportunityIdentifier"), isAccepting, cancellation)) is not { } link) return null;
        await store.MarkAsync([new Mark(link.Link.Id, Priority.Edit)], cancellation);
        return link.Link.Id;
    }

    /// <summary>
    /// An opportunity without a link is the landing of a create whose answer we have not accounted for, where it carries that deal's identifier; else somebody made it in Partner Central.
    /// </summary>
    private async Task<LinkState?> UnlinkedAsync(string id, string? identifier, bool isAccepting, CancellationToken cancellation)
    {
        if (identifier is not null && await store.FindUnfinishedAsync(identifier, cancellation) is { } creating) return creating;

        // While the acceptance of a referral is open, or somebody answered one elsewhere, an unknown opportunity may be the one that this made: it waits until that is known.
        if (isAccepting) return null;
        return await store.AddAsync(new Link { Id = LinkIds.ForOpportunity(id), OpportunityId = id }, cancellation);
    }

    /// <summary>Leads are invitations too. They are no opportunities: they are counted and left alone.</summary>
    private async Task<IReadOnlyList<JsonObject>> OpportunityInvitationsAsync(CancellationToken cancellation)
    {
        var pending = (await client.ListPendingInvitationsAsync(cancellation)).ToLookup(i => Text(i, "PayloadType") == "OpportunityInvitation");
        var leads = pending[false].Count();
        if (leads != _leads) Log.LeadsLeftAlone(logger, _leads = leads);
        return [.. pending[true]];
    }

    private async Task<bool> MarkInvitationAsync(JsonObject invitation, CancellationToken cancellation)
    {
        var (id, content) = (Text(invitation, "Id")!, invitation.ToJsonString());
        var known = await store.FindByInvitationAsync(id, cancellation);

        // One that was taken for rejected, because AWS did not show it for a while, is looked at again.
        if (!seen.IsNew(id, content) && known is not { Link.IsReferralOver: true }) return false;

        // Somebody may accept it before it is read for the first time.
        var link = known ?? await store.AddAsync(new Link { Id = LinkIds.ForInvitation(id), InvitationId = id, InvitationStatus = "PENDING" }, cancellation);
        await store.MarkAsync([new Mark(link.Link.Id, Priority.Referral)], cancellation);
        seen.Note(id, content);
        return true;
    }

    private enum Marking
    {
        Known,
        Marked,
        Waits,
    }

    private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>();
}
