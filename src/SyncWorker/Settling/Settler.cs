using Microsoft.Extensions.Options;
using SyncWorker.Adoption;
using SyncWorker.Braking;
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
    SalesforceSide salesforce, PartnerCentralSide partnerCentral, StepTaker steps, LostOpportunities lost, ISyncStore store, MapHolder maps, Brakes brakes, Quiet quiet, Twins twins, PastedNumber pasted, Seen seen, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Settler> logger)
{
    // Create, ten associations, update, assign, submit and the receipt in Salesforce fit; what does not settle in so many steps stays due.
    private const int LooksMax = 40;

    /// <summary>Settles up to the first update of the co-sell record, or to the end.</summary>
    /// <param name="due">The link with its memory.</param>
    /// <param name="ahead">The co-sell records that were read together for several links; null where each is to be read by itself.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="RemoteException">A side could not be read, or a step failed; the next settle begins anew.</exception>
    public async Task<Settlement> BeginAsync(LinkState due, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        // Since what is due was read, another one's settle may have taken its opportunity, or a person's audit have forgotten what was accounted for.
        if (await store.GetAsync(due.Link.Id, cancellation) is { } present) due = due with { Link = present.Link, Baseline = present.Baseline };
        if (due.IsAsked) due = await ForgiveAsync(due, cancellation);
        var settlement = new Settlement(due, await pasted.AdoptAsync(await ReadAsync(due, ahead, cancellation), cancellation));
        await GoOnAsync(settlement, cancellation);
        return settlement;
    }

    /// <summary>Reads both sides and decides, and neither writes nor remembers anything.</summary>
    /// <param name="state">The link with its memory.</param>
    /// <param name="ahead">The co-sell records that were read together; null where it is to be read by itself.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RemoteException">A side could not be read.</exception>
    public async Task<Look> LookOnlyAsync(LinkState state, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation) =>
        await PlanAsync(await pasted.LookOnlyAsync(await ReadAsync(state, ahead, cancellation), cancellation), false, cancellation);

    /// <summary>Accounts for the update that a settlement waited for, and goes on.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="answer">What became of the update.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="RemoteException">The update failed, or what came after it did; the next settle begins anew.</exception>
    public async Task UpdatedAsync(Settlement settlement, Func<Task<Delivery>> answer, CancellationToken cancellation)
    {
        settlement.View = (await steps.TakeAsync(settlement.View, settlement.Update!, answer, cancellation))!;
        settlement.Update = null;
        await GoOnAsync(settlement, cancellation);
    }

    /// <summary>Takes back an update that was to go, and does not.</summary>
    /// <param name="settlement">The settlement that waited for it.</param>
    /// <param name="end">How it ends.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task HoldBackAsync(Settlement settlement, Settled end, CancellationToken cancellation)
    {
        var view = settlement.View;
        settlement.View = view with { Baseline = Receipts.Forgotten(view.Baseline, settlement.Update!) };
        var why = brakes.Held is { } brake ? $"the connection brakes: {brake.Why}" : "Salesforce turned the worker away before it was sent";
        await store.RememberAsync(view.Link, settlement.View.Baseline, [Journal.HeldBack(view.Link, settlement.Update!, why, time.GetUtcNow())], cancellation);
        (settlement.Update, settlement.End) = (null, end);
    }

    /// <summary>Tells on the co-sell record that it is parked, where it can be written.</summary>
    public async Task TellParkedAsync(string linkId, string words, CancellationToken cancellation)
    {
        if (brakes.Held is not null || await store.GetAsync(linkId, cancellation) is not { } state) return;
        var (record, now) = (await salesforce.ReadAsync(state.Link, cancellation), time.GetUtcNow());
        if (record is null || quiet.Until(record) is not null) return;
        var map = maps.Current;
        var read = Snapshots.Decode(map, state.Link, record, null, salesforce.Org, partnerCentral.Solutions, now);
        var plan = Reconciler.Tell(map, state.Link, state.Baseline, read.Salesforce!, read.PartnerCentral, words, options.CurrentValue.ToPolicy(), now);
        if (plan.Steps is not [var step]) return;
        var view = new View(map, state.Link, plan.Next, record, null, false) { SendBy = now + SentWrite.SendBy };
        await store.RememberAsync(view.Link, view.Baseline, [], cancellation);
        await steps.TakeAsync(view, step, async () => await (await salesforce.UpdateAsync([(view, step)], cancellation))[0], cancellation);
    }

    /// <summary>A person asked for another try.</summary>
    private async Task<LinkState> ForgiveAsync(LinkState due, CancellationToken cancellation)
    {
        var forgiven = due with { Baseline = due.Baseline.Forgiven(), IsAsked = false };
        await store.RememberAsync(forgiven.Link, forgiven.Baseline, [], cancellation);
        await store.BeginAskedAsync(forgiven.Link.Id, cancellation);
        return forgiven;
    }

    /// <summary>When to look again at what a brake holds, unless somebody releases it.</summary>
    public DateTimeOffset HeldUntil => time.GetUtcNow() + options.CurrentValue.RetryDelayMax;

    private async Task GoOnAsync(Settlement settlement, CancellationToken cancellation)
    {
        while (settlement is { End: null, Update: null })
        {
            if (++settlement.Looks > LooksMax) settlement.End = Settled.Open;
            else await LookAsync(settlement, cancellation);
        }
    }

    private async Task LookAsync(Settlement settlement, CancellationToken cancellation)
    {
        if (!settlement.View.IsReadBack && IsNotQuiet(settlement)) return;
        var (view, _, plan) = await PlanAsync(settlement.View, settlement.PutOff is not null, cancellation);
        if (view.IsReadAhead && plan.Steps is [{ Side: Side.PartnerCentral }, ..])
        {
            // What goes to AWS cannot be taken back: it is decided on the record as it is now, not as it was when its batch was read.
            settlement.View = view.With(Side.Salesforce, await salesforce.ReadAsync(view.Link, cancellation));
            return;
        }

        if (plan.AgreesByChance && view.ReadFirst is { } first)
        {
            settlement.View = view.Again(first, await steps.ReadAsync(view.Link, first, cancellation));
            return;
        }

        await brakes.DecidedAsync(view.Link, plan, side => view.Of(side)?.ChangedAt, cancellation);
        await brakes.ToolAsync(view.Baseline, plan.Next, cancellation);
        if (brakes.Held is not null && !plan.IsQuiet)
        {
            settlement.End = Settled.Braked(HeldUntil);
            return;
        }

        if (plan.Steps is [{ Kind: StepKind.CreateOpportunity }, ..] && (!seen.HasReadPartnerCentral || await IsCreatingAnotherAsync(view.Link, cancellation)))
        {
            settlement.End = Settled.Open;
            return;
        }

        // A second update within the guard's grain could overwrite an edit that came right after the first.
        var next = plan.Steps.FirstOrDefault();
        if (next is { Kind: StepKind.UpdateRecord } && IsNotQuiet(settlement)) return;

        var before = view.Baseline;
        settlement.View = view = view with { Baseline = plan.Next, IsReadAhead = false, SendBy = time.GetUtcNow() + SentWrite.SendBy };
        await store.RememberAsync(view.Link, view.Baseline, Journal.Of(before, view, plan, time.GetUtcNow()), cancellation);
        Report(view.Link, plan);
        if (next is { Kind: StepKind.UpdateRecord }) settlement.Update = next;
        else if (next is not null) await TakeAsync(settlement, plan, next, cancellation);
        else settlement.End = settlement.PutOff is { } putOff ? throw putOff
            : view.IsNumberBusy ? Settled.Open
            : plan.StaysDue ? Settled.StillOpen(time.GetUtcNow() + options.CurrentValue.OpenDelayAt(plan.Overdue))
            : Settled.Done;
    }

    /// <summary>Creates of one Opportunity go one at a time.</summary>
    private async Task<bool> IsCreatingAnotherAsync(Link link, CancellationToken cancellation) => link.MappedObjectId is { } mapped && await store.IsCreatingAsync(mapped, link.Id, cancellation);

    private bool IsNotQuiet(Settlement settlement)
    {
        if (quiet.Until(settlement.View.Salesforce) is not { } until) return false;
        settlement.End = Settled.NotQuiet(until);
        return true;
    }

    private async Task TakeAsync(Settlement settlement, Plan plan, Step next, CancellationToken cancellation)
    {
        try
        {
            var view = settlement.View;
            if (await steps.TakeAsync(view, next, () => DeliverAsync(view, next, cancellation), cancellation) is { } after) settlement.View = after;
            else settlement.End = Settled.Open;
        }
        catch (RemoteException late) when (late is { Kind: RemoteErrorKind.Throttled, RetryAt: not null, MayHaveLanded: false } && next.Side == Side.PartnerCentral && plan.Steps.Any(s => s.Side == Side.Salesforce))
        {
            // What waits for AWS's quota holds nothing back that goes to Salesforce. What was sent before it had to wait is still open.
            settlement.PutOff = late;
            if (next.Intent is not { Tries: > 0 }) settlement.View = settlement.View with { Baseline = Receipts.Forgotten(settlement.View.Baseline, next) };
        }
    }

    private async Task<Delivery> DeliverAsync(View view, Step step, CancellationToken cancellation)
    {
        if (step.Kind == StepKind.FindOpportunity) return await lost.FindAsync(view.Link, step.Intent, cancellation) is { } found ? new Delivery(found, null) : Delivery.NotFound(view.Link);
        ISide side = step.Side == Side.Salesforce ? salesforce : partnerCentral;
        return await side.DeliverAsync(view.Link, step, view.Of(step.Side), view.SendBy, cancellation);
    }

    private async Task<View> ReadAsync(LinkState state, IReadOnlyDictionary<string, SideRecord>? ahead, CancellationToken cancellation)
    {
        var isAhead = ahead is not null && state.Link.RecordId is not null;
        var ours = isAhead ? ahead!.GetValueOrDefault(state.Link.RecordId!) : await salesforce.ReadAsync(state.Link, cancellation);
        return new View(maps.Current, state.Link, state.Baseline, ours, await partnerCentral.ReadAsync(state.Link, cancellation), isAhead);
    }

    private async Task<Look> PlanAsync(View view, bool isPutOff, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var read = Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, now);
        var snapshots = await twins.LookAsync(view.Link, read, cancellation);
        if (view.NumberProblem is { } problem) snapshots.PartnerCentral.Documents[nameof(PathRoot.Worker)][WorkerMembers.NumberProblem] = problem;
        var link = Known(view.Link, snapshots.Salesforce, view.PartnerCentral);
        return new Look(view with { Link = link }, snapshots, Reconciler.Reconcile(view.Map, link, view.Baseline, snapshots.Salesforce, snapshots.PartnerCentral, options.CurrentValue.ToPolicy(), now, isPutOff));
    }

    /// <summary>What the link learns by reading: whether its record is there, the mapped object, and the invitation's status. A pending one that AWS shows no more was rejected in its own screens.</summary>
    private static Link Known(Link link, Snapshot? record, SideRecord? theirs) => link with
    {
        IsRecordDeleted = record is null && link.RecordId is not null,
        MappedObjectId = record?.MappedObjectId ?? link.MappedObjectId,
        InvitationStatus = theirs?.Documents.GetValueOrDefault(PathRoot.Invitation)?["Status"]?.GetValue<string>() ?? (link.InvitationStatus == "PENDING" ? "REJECTED" : link.InvitationStatus),
    };

    private void Report(Link link, Plan plan)
    {
        foreach (var conflict in plan.Conflicts) Log.ConflictDecided(logger, conflict.Row, link.Id, link.OpportunityId, conflict.Winner);
        foreach (var hold in plan.Holds.Where(h => h.Kind is not (HoldKind.NotYet or HoldKind.Locked))) Log.Held(logger, hold.Row, link.Id, link.OpportunityId, hold.Kind);
    }
}
