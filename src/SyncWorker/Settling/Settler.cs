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
    SalesforceSide salesforce, PartnerCentralSide partnerCentral, ISyncStore store, MapHolder maps, Quiet quiet, Twins twins, Seen seen, Metrics metrics, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Settler> logger)
{
    // Create, ten associations, update, assign, submit and the receipt in Salesforce fit; what does not settle in so many steps stays due.
    private const int StepsMax = 40;

    /// <param name="state">The link with its memory.</param>
    /// <param name="ahead">The co-sell records that were read together for several links; null where each is to be read by itself.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public async Task<Settled> SettleAsync(LinkState state, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var map = maps.Current;
        var (link, baseline) = (state.Link, state.Baseline);
        var isAhead = ahead is not null && link.RecordId is not null;
        var ours = isAhead ? ahead!.GetValueOrDefault(link.RecordId!) : await salesforce.ReadAsync(link, cancellation);
        var theirs = await partnerCentral.ReadAsync(link, cancellation);
        for (var step = 0; step < StepsMax; step++)
        {
            var now = time.GetUtcNow();
            if (quiet.Until(ours) is { } until) return Settled.NotQuiet(until);
            var snapshots = await twins.LookAsync(link, Snapshots.Decode(map, link, ours, theirs, salesforce.Org, partnerCentral.Solutions, now), cancellation);
            link = Known(link, snapshots.Salesforce, theirs);
            var plan = Reconciler.Reconcile(map, link, baseline, snapshots.Salesforce, snapshots.PartnerCentral, options.CurrentValue.ToPolicy(), now);
            if (isAhead && plan.Steps is [{ Side: Side.PartnerCentral }, ..])
            {
                // What goes to AWS cannot be taken back: it is decided on the record as it is now, not as it was when its batch was read.
                (isAhead, ours) = (false, await salesforce.ReadAsync(link, cancellation));
                continue;
            }

            if (plan.Steps is [{ Kind: StepKind.CreateOpportunity }, ..] && !seen.HasReadPartnerCentral) return Settled.Open;
            baseline = plan.Next;
            await store.RememberAsync(link, baseline, Journal.Of(link, plan, now), cancellation);
            Report(link, plan);
            if (plan.Steps is not [var next, ..]) return plan.StaysDue ? Settled.Open : Settled.Done;
            isAhead = false;
            (link, baseline, ours, theirs, var finished) = await TakeAsync(map, link, baseline, next, ours, theirs, cancellation);
            if (!finished) return Settled.Open;
        }

        return Settled.Open;
    }

    /// <summary>Does one step and accounts for it. A stale guard means: read again and decide anew. A refusal is kept with the remote's own words.</summary>
    private async Task<(Link, Baseline, SideRecord?, SideRecord?, bool Finished)> TakeAsync(
        FieldMap map, Link link, Baseline baseline, Step step, SideRecord? ours, SideRecord? theirs, CancellationToken cancellation)
    {
        var side = step.Side == Side.Salesforce ? (ISide)salesforce : partnerCentral;
        try
        {
            baseline = Receipts.Sending(baseline, time.GetUtcNow());
            if (step.Intent is not null) await store.RememberAsync(link, baseline, [], cancellation);
            var delivery = await side.DeliverAsync(link, step, baseline.Sent.LastOrDefault(s => s.To == step.Side), step.Side == Side.Salesforce ? ours : theirs, cancellation);
            link = delivery.Link;
            if (delivery.TaskId is { } task)
            {
                baseline = baseline with { Intent = baseline.Intent! with { TaskId = task } };
                await store.RememberAsync(link, baseline, [], cancellation);
                return (link, baseline, ours, theirs, false);
            }

            var after = delivery.After ?? await side.ReadAsync(link, cancellation);
            (ours, theirs) = step.Side == Side.Salesforce ? (after, theirs) : (ours, after);
            if (step.Kind == StepKind.CreateOpportunity) await twins.NoteAsync(theirs, cancellation);
            var snapshots = Snapshots.Decode(map, link, ours, theirs, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow());
            if (snapshots.Salesforce is { } record)
            {
                var outcome = Receipts.Received(map, link, baseline, step, record, snapshots.PartnerCentral, delivery.Receipt, options.CurrentValue.ToPolicy());
                baseline = outcome.Next;
                await store.RememberAsync(link, baseline, Journal.Of(link, step, outcome, time.GetUtcNow()), cancellation);
            }

            metrics.StepTaken(step.Side, step.Kind);
            Log.StepTaken(logger, step.Side, step.ToString(), link.Id, link.OpportunityId, string.Join(", ", step.Changes.Select(c => c.Row)));
        }
        catch (RemoteException stale) when (stale.Kind == RemoteErrorKind.Stale)
        {
            Log.Stale(logger, step.Side, link.Id, step.ToString());
            baseline = Receipts.Forgotten(baseline, step);
            await store.RememberAsync(link, baseline, [], cancellation);
            ours = await salesforce.ReadAsync(link, cancellation);
            theirs = await partnerCentral.ReadAsync(link, cancellation);
        }
        catch (RemoteException refused) when (refused.Kind == RemoteErrorKind.Rejected)
        {
            var refusal = RefusedRows.Of(map, step, refused);
            Log.Refused(logger, step.Side, step.ToString(), link.Id, refused.Code, string.Join(", ", refusal.Rows.Keys), refused.RequestId);
            baseline = Receipts.Refused(baseline, step, refusal.Words, refusal.Rows, time.GetUtcNow());
            await store.RememberAsync(link, baseline, [Journal.Refused(link, step, refused, time.GetUtcNow())], cancellation);

            // A colleague may have done it meanwhile: then it is done.
            if (step.Entity is not null) theirs = await partnerCentral.ReadAsync(link, cancellation);

            // There is no record yet on which anybody could read it: it is tried again, after a wait that grows.
            if (step.Kind == StepKind.CreateRecord) throw;
        }
        catch (RemoteException failed) when (failed.EndsIntent || (!failed.MayHaveLanded && step.Intent is null))
        {
            // It did not happen for certain: it is forgotten, and the pass fails for this opportunity alone.
            await store.RememberAsync(link, Receipts.Forgotten(baseline, step), [], cancellation);
            throw;
        }

        return (link, baseline, ours, theirs, true);
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
