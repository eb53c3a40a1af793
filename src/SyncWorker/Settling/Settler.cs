using Microsoft.Extensions.Options;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>
/// Brings one due opportunity to agreement: reads both, reconciles, remembers, does the first step, reads back, and looks again. Level-triggered: it looks at the state of both sides, so
/// settling once too often is harmless.
/// </summary>
internal sealed class Settler(
    SalesforceSide salesforce, PartnerCentralSide partnerCentral, StepTaker steps, ISyncStore store, MapHolder maps, Quiet quiet, Twins twins, Seen seen, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Settler> logger)
{
    // Create, ten associations, update, assign, submit and the receipt in Salesforce fit; what does not settle in so many steps stays due.
    private const int StepsMax = 40;

    /// <param name="state">The link with its memory.</param>
    /// <param name="ahead">The co-sell records that were read together for several links; null where each is to be read by itself.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="RemoteException">A side could not be read, or a step failed; the next settle begins anew.</exception>
    public async Task<Settled> SettleAsync(LinkState state, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var view = await ReadAsync(state, ahead, cancellation);
        RemoteException? putOff = null;
        for (var count = 0; count < StepsMax; count++)
        {
            if (quiet.Until(view.Salesforce) is { } until) return Settled.NotQuiet(until);
            (view, var plan) = await PlanAsync(view, cancellation);
            if (view.IsReadAhead && plan.Steps is [{ Side: Side.PartnerCentral }, ..])
            {
                // What goes to AWS cannot be taken back: it is decided on the record as it is now, not as it was when its batch was read.
                view = view with { IsReadAhead = false, Salesforce = await salesforce.ReadAsync(view.Link, cancellation) };
                continue;
            }

            if (plan.Steps is [{ Kind: StepKind.CreateOpportunity }, ..] && !seen.HasReadPartnerCentral) return Settled.Open;
            view = view with { Baseline = plan.Next, IsReadAhead = false };
            await store.RememberAsync(view.Link, view.Baseline, Journal.Of(view.Link, plan, time.GetUtcNow()), cancellation);
            Report(view.Link, plan);
            if (plan.Steps.FirstOrDefault(s => putOff is null || s.Side == Side.Salesforce) is not { } next) return putOff is not null ? throw putOff : plan.StaysDue ? Settled.Open : Settled.Done;
            try
            {
                if (await steps.TakeAsync(view, next, cancellation) is not { } after) return Settled.Open;
                view = after;
            }
            catch (RemoteException late) when (late is { Kind: RemoteErrorKind.Throttled, RetryAt: not null } && next.Side == Side.PartnerCentral && plan.Steps.Any(s => s.Side == Side.Salesforce))
            {
                // What waits for AWS's quota holds nothing back that goes to Salesforce.
                (putOff, view) = (late, view with { Baseline = Receipts.Forgotten(view.Baseline, next) });
            }
        }

        return Settled.Open;
    }

    private async Task<View> ReadAsync(LinkState state, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var isAhead = ahead is not null && state.Link.RecordId is not null;
        var ours = isAhead ? ahead!.GetValueOrDefault(state.Link.RecordId!) : await salesforce.ReadAsync(state.Link, cancellation);
        return new View(maps.Current, state.Link, state.Baseline, ours, await partnerCentral.ReadAsync(state.Link, cancellation), isAhead);
    }

    private async Task<(View View, Plan Plan)> PlanAsync(View view, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var read = Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, now);
        var snapshots = await twins.LookAsync(view.Link, read, cancellation);
        var link = Known(view.Link, snapshots.Salesforce, view.PartnerCentral);
        return (view with { Link = link }, Reconciler.Reconcile(view.Map, link, view.Baseline, snapshots.Salesforce, snapshots.PartnerCentral, options.CurrentValue.ToPolicy(), now));
    }

    /// <summary>What the link learns by reading: the mapped object, and the invitation's status, which cannot be read any more after a rejection.</summary>
    private static Link Known(Link link, Snapshot? record, SideRecord? theirs) => link with
    {
        MappedObjectId = record?.MappedObjectId ?? link.MappedObjectId,
        InvitationStatus = theirs?.Documents.GetValueOrDefault(PathRoot.Invitation)?["Status"]?.GetValue<string>() ?? link.InvitationStatus,
    };

    private void Report(Link link, Plan plan)
    {
        foreach (var conflict in plan.Conflicts) Log.ConflictDecided(logger, conflict.Row, link.Id, link.OpportunityId, conflict.Winner);
        foreach (var hold in plan.Holds.Where(h => h.Kind is not (HoldKind.NotYet or HoldKind.Locked))) Log.Held(logger, hold.Row, link.Id, link.OpportunityId, hold.Kind);
    }
}
