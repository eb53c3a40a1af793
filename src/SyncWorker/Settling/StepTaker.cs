using Microsoft.Extensions.Options;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>Does one step and accounts for it, whatever the answer is.</summary>
internal sealed class StepTaker(
    SalesforceSide salesforce, PartnerCentralSide partnerCentral, ISyncStore store, Twins twins, Metrics metrics, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<StepTaker> logger)
{
    // AWS makes a referral's opportunity seconds after the acceptance, which its own screens do not always ask for.
    private static readonly TimeSpan SoughtFor = TimeSpan.FromMinutes(10);

    // People save under the worker's hand once or twice. A side that names a newer version each time is not brought round by asking at once again.
    private const int StaleMax = 3;

    /// <param name="view">What is known before the step.</param>
    /// <param name="step">The step.</param>
    /// <param name="deliver">Delivers it, or tells what became of it.</param>
    /// <param name="cancellation">Stops reading back.</param>
    /// <returns>The view after the step; null where AWS carries it out in the background, so that there is nothing to see yet.</returns>
    /// <exception cref="RemoteException">It failed in a way that the next settle has to look at anew. What is known of it is remembered.</exception>
    public async Task<View?> TakeAsync(View view, Step step, Func<Task<Delivery>> deliver, CancellationToken cancellation)
    {
        if (step is { Writes: true, Intent: not null })
        {
            view = view with { Baseline = Receipts.Sending(view.Baseline, time.GetUtcNow()) };
            await RememberAsync(view, cancellation);
        }

        Delivery delivery;
        try
        {
            delivery = await deliver();
        }
        catch (RemoteException spent) when (spent.Kind == RemoteErrorKind.Stale && step.Kind == StepKind.CreateOpportunity)
        {
            Log.TokenSpent(logger, view.Link.Id);
            await RememberAsync(view with { Baseline = Receipts.TokenSpent(view.Baseline) }, cancellation, Journal.NotTaken(view.Link, step, JournalKind.Stale, spent, time.GetUtcNow()));
            return null;
        }
        catch (RemoteException stale) when (stale.Kind == RemoteErrorKind.Stale)
        {
            Log.Stale(logger, step.Side, view.Link.Id, step.ToString());
            view = view with { Baseline = Receipts.Forgotten(view.Baseline, step, stale.MayHaveLanded), Stale = view.Stale + 1 };
            await RememberAsync(view, cancellation, Journal.NotTaken(view.Link, step, JournalKind.Stale, stale, time.GetUtcNow()));
            if (view.Stale == StaleMax) throw;
            return view.With(Side.Salesforce, await salesforce.ReadAsync(view.Link, cancellation)).With(Side.PartnerCentral, await partnerCentral.ReadAsync(view.Link, cancellation));
        }
        catch (RemoteException refused) when (refused.Kind == RemoteErrorKind.Rejected)
        {
            view = await RefusedAsync(view, step, refused, cancellation);

            // There is no record yet on which anybody could read it: it is tried again, after a wait that grows.
            if (step.Kind == StepKind.CreateRecord) throw;
            return view;
        }
        catch (RemoteException failed) when (failed.EndsIntent || (!failed.MayHaveLanded && (step.Writes || step.Intent is null)))
        {
            // It was not carried out for certain: it is forgotten, and the pass fails for this opportunity alone.
            await RememberAsync(view with { Baseline = failed.EndsIntent ? Receipts.Ended(view.Baseline, step) : Receipts.Forgotten(view.Baseline, step) }, cancellation,
                step.Writes || failed.EndsIntent ? [Journal.NotTaken(view.Link, step, JournalKind.Failed, failed, time.GetUtcNow())] : []);
            throw;
        }
        catch (RemoteException lost) when (step.Writes)
        {
            await store.AppendAsync([Journal.NotTaken(view.Link, step, JournalKind.Unanswered, lost, time.GetUtcNow())], cancellation);
            throw;
        }

        try
        {
            return await DeliveredAsync(view, step, delivery, cancellation);
        }
        catch (RemoteException unread)
        {
            // It could not be read back. The step was taken all the same, and stays remembered as sent.
            unread.MayHaveLanded = true;
            throw;
        }
    }

    /// <summary>Reads what one side holds.</summary>
    /// <exception cref="RemoteException">It could not be read.</exception>
    public Task<SideRecord?> ReadAsync(Link link, Side side, CancellationToken cancellation) => side == Side.Salesforce ? salesforce.ReadAsync(link, cancellation) : partnerCentral.ReadAsync(link, cancellation);

    private async Task<View?> DeliveredAsync(View view, Step step, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery.IsNotFound) return await NotFoundAsync(view, step, cancellation);
        if (step.Kind == StepKind.Accept && await IsLinkedElsewhereAsync(delivery.Link, cancellation)) return await WithoutOpportunityAsync(view, step, cancellation);
        view = view with { Link = delivery.Link, Stale = 0 };
        if (delivery.TaskId is { } task)
        {
            await RememberAsync(view with { Baseline = view.Baseline with { Intent = view.Baseline.Intent! with { TaskId = task } } }, cancellation);
            return null;
        }

        // Only an update's answer names the version that it left.
        var before = step.Side == Side.PartnerCentral && delivery.Receipt is null ? view.PartnerCentral : null;
        view = view.With(step.Side, delivery.After ?? await ReadAsync(view.Link, step.Side, cancellation));
        if (step.Kind == StepKind.UpdateRecord) view = view with { IsReadBack = delivery.Receipt is not null };
        if (step.Kind is StepKind.CreateOpportunity or StepKind.FindOpportunity) await twins.NoteAsync(view.PartnerCentral, cancellation);
        view = await ReceivedAsync(view, step, delivery, before, cancellation);
        metrics.StepTaken(step.Side, step.Kind);
        Log.StepTaken(logger, step.Side, step.ToString(), view.Link.Id, view.Link.OpportunityId, string.Join(", ", step.Changes.Select(c => c.Row)));
        return view;
    }

    private async Task<bool> IsLinkedElsewhereAsync(Link link, CancellationToken cancellation) =>
        link.OpportunityId is { } number && await store.FindByOpportunityAsync(number, cancellation) is { } known && known.Link.Id != link.Id;

    /// <summary>The referral is accepted, and a seller has given the number of its opportunity to another co-sell record meanwhile: that one goes on with it.</summary>
    private async Task<View> WithoutOpportunityAsync(View view, Step step, CancellationToken cancellation)
    {
        view = view with { Link = view.Link with { InvitationStatus = "ACCEPTED", IsWithoutOpportunity = true }, Baseline = Receipts.Ended(view.Baseline, step) };
        await RememberAsync(view, cancellation, Journal.Taken(view.Link, step, null, time.GetUtcNow()));
        return view.With(Side.PartnerCentral, await ReadAsync(view.Link, Side.PartnerCentral, cancellation));
    }

    private async Task<View?> NotFoundAsync(View view, Step step, CancellationToken cancellation)
    {
        var (before, now) = (view.Baseline.Intent, time.GetUtcNow());
        var since = view.Link.SoughtSince ?? now;
        view = step.Intent is null ? view with { Link = view.Link with { SoughtSince = since, IsWithoutOpportunity = now - since >= SoughtFor } }
            : view with { Baseline = Receipts.NotFound(view.Baseline, options.CurrentValue.ToPolicy(), now) };
        await RememberAsync(view, cancellation);
        // What still may arrive is looked for again later.
        return (before is not null && view.Baseline.Intent is not null) || (step.Intent is null && !view.Link.IsWithoutOpportunity) ? null : view;
    }

    private async Task<View> ReceivedAsync(View view, Step step, Delivery delivery, SideRecord? before, CancellationToken cancellation)
    {
        var snapshots = Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow());
        if (snapshots.Salesforce is not { } record)
        {
            // Without a co-sell record nothing is accounted for. That there is an opportunity is remembered.
            view = view with { Baseline = Receipts.Ended(view.Baseline, step) };
            await RememberAsync(view, cancellation, Journal.Taken(view.Link, step, delivery.Receipt, time.GetUtcNow()));
            return view;
        }

        var held = before is null ? null : Snapshots.Decode(view.Map, view.Link, null, before, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow()).PartnerCentral;
        var outcome = Receipts.Received(view.Map, view.Link, view.Baseline, step, record, snapshots.PartnerCentral, delivery.Receipt, options.CurrentValue.ToPolicy(), held);
        view = view with { Baseline = outcome.Next };
        await store.RememberAsync(view.Link, view.Baseline, Journal.Of(view.Link, step, outcome, delivery.Receipt, view.Map, time.GetUtcNow()), cancellation);
        return view;
    }

    /// <summary>A refusal is kept with the remote's own words.</summary>
    private async Task<View> RefusedAsync(View view, Step step, RemoteException refused, CancellationToken cancellation)
    {
        var refusal = RefusedRows.Of(view.Map, step, refused);
        Log.Refused(logger, step.Side, step.ToString(), view.Link.Id, refused.Code, string.Join(", ", refusal.Rows.Keys), refused.RequestId);
        view = view with { Baseline = Receipts.Refused(view.Baseline, step, refusal.Words, refusal.Rows, time.GetUtcNow(), refused.MayHaveLanded) };
        await store.RememberAsync(view.Link, view.Baseline, [Journal.Refused(view.Link, step, refused, time.GetUtcNow())], cancellation);

        // A colleague may have done it meanwhile: then it is done.
        return step.Entity is null ? view : view.With(Side.PartnerCentral, await partnerCentral.ReadAsync(view.Link, cancellation));
    }

    private Task RememberAsync(View view, CancellationToken cancellation, params JournalRecord[] journal) => store.RememberAsync(view.Link, view.Baseline, journal, cancellation);
}
