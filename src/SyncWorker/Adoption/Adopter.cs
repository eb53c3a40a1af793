using Microsoft.Extensions.Options;
using SyncWorker.Core.Adoption;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>
/// Gives an opportunity that exists at AWS its link and its co-sell record, with AWS's values, and accounts for everything as it stands. Writes nothing at AWS and nothing on a standard object.
/// It may be interrupted anywhere: done again, it goes on where it was.
/// </summary>
internal sealed class Adopter(
    SalesforceSide salesforce, PartnerCentralSide partnerCentral, StepTaker steps, PastedNumber pasted, ISyncStore store, MapHolder maps, IOptionsMonitor<SyncOptions> options, TimeProvider time, ILogger<Adopter> logger)
{
    /// <summary>Whether nothing is left to do: the co-sell record is there, and what it follows is accounted for. Once live, whatever is left is the settles' own, and nothing is accounted for anew.</summary>
    public static bool IsAdopted(LinkState state, bool isLive) => state.Link is { OpportunityId: not null, RecordId: not null }
        && (isLive || (state.Baseline.Intent is null && state.Baseline.MappedObjectId == state.Link.MappedObjectId));

    /// <summary>Makes the co-sell record, with the lookup to the Opportunity where there is one.</summary>
    /// <param name="aws">The opportunity at AWS.</param>
    /// <param name="decision">The Opportunity, where there is one, and the rows whose value in Salesforce is to go to AWS.</param>
    /// <param name="cancellation">Stops between two calls.</param>
    /// <returns>Why it cannot be adopted; null where it was.</returns>
    /// <exception cref="Remote.RemoteException">A side could not be read, or Salesforce did not take the record.</exception>
    public async Task<string?> AdoptAsync(AwsOpportunity aws, AdoptionDecision decision, CancellationToken cancellation)
    {
        var state = await store.FindByOpportunityAsync(aws.Id, cancellation) ?? await store.AddAsync(new Link { Id = LinkIds.ForOpportunity(aws.Id), OpportunityId = aws.Id }, cancellation);
        var link = state.Link with { OpportunityId = aws.Id, MappedObjectId = IsBegun(state) ? state.Link.MappedObjectId : decision.SalesforceId, IsReadOnly = !aws.IsOpen, IsLeftAlone = false };
        var view = new View(maps.Current, link, state.Baseline, await salesforce.ReadAsync(link, cancellation), await partnerCentral.ReadAsync(link, cancellation), IsReadAhead: false);
        if (view.PartnerCentral is null) return Compared.NotFound;
        if (view.Salesforce is null)
        {
            var plan = Reconciler.Reconcile(view.Map, view.Link, view.Baseline, null, Read(view).PartnerCentral, options.CurrentValue.ToPolicy(), time.GetUtcNow());
            if (plan.Steps.FirstOrDefault(s => s.Kind == StepKind.CreateRecord) is not { } step) return $"it cannot get a co-sell record: {string.Join("; ", plan.Holds.Select(h => h.Reason))}";
            view = await MakeAsync(view, plan, step, cancellation);
        }

        if (Read(view).Salesforce is not { } record) return $"the co-sell record {view.Link.RecordId} was made, and the integration user cannot read it";
        var next = AsItStands.OfMade(view.Map, view.Baseline, record, decision.Units(view.Map));

        // Somebody may have changed the lookup since the record was made, or emptied it.
        view = view with { Link = view.Link with { MappedObjectId = next.MappedObjectId } };
        await store.RememberAsync(view.Link, next, [Journal.Adopted(view.Link.Id, decision, time.GetUtcNow())], cancellation);
        Log.Adopted(logger, aws.Id, view.Link.Id, view.Link.MappedObjectId is not null);
        return null;
    }

    /// <summary>A person decided anew which rows go to AWS, before anything was sent.</summary>
    /// <param name="state">The link of the adopted opportunity.</param>
    /// <param name="decision">What holds now.</param>
    /// <param name="chosen">The units that are to go to AWS after all.</param>
    /// <param name="kept">The units that were to go to AWS, and are left as they are.</param>
    /// <param name="cancellation">Gives up before anything is remembered.</param>
    /// <returns>Why it cannot be decided anew; null where it was.</returns>
    /// <exception cref="Remote.RemoteException">The co-sell record could not be read.</exception>
    public async Task<string?> DecideAnewAsync(LinkState state, AdoptionDecision decision, IReadOnlySet<string> chosen, IReadOnlySet<string> kept, CancellationToken cancellation)
    {
        var map = maps.Current;
        var view = new View(map, state.Link, state.Baseline, await salesforce.ReadAsync(state.Link, cancellation), null, IsReadAhead: false);
        if (Read(view).Salesforce is not { } record) return $"the co-sell record {state.Link.RecordId} was deleted, or the integration user may not read it";
        await store.ChangeBaselineAsync(state.Link.Id, b => AsItStands.OfKept(map, AsItStands.OfChosen(map, b, chosen), record, kept), [Journal.Adopted(state.Link.Id, decision, time.GetUtcNow())], cancellation);
        await store.MarkAsync([new Mark(state.Link.Id, Priority.Edit)], cancellation);
        Log.DecidedAnew(logger, state.Link.OpportunityId!, string.Join(", ", decision.Send));
        return null;
    }

    /// <summary>Adopts the opportunity whose number a person gave a co-sell record. AWS's values go into the record once the connection is live.</summary>
    /// <returns>Why it cannot be adopted; null where it was.</returns>
    public async Task<string?> AdoptIntoAsync(string record, CancellationToken cancellation)
    {
        var state = await store.FindByRecordAsync(record, cancellation) ?? await store.AddAsync(new Link { Id = LinkIds.ForRecord(record), RecordId = record }, cancellation);
        if (state.Link.OpportunityId is not null) return null;
        var view = new View(maps.Current, state.Link, state.Baseline, await salesforce.ReadAsync(state.Link, cancellation), null, IsReadAhead: false);
        return (await pasted.AdoptAsync(view, cancellation)).NumberProblem;
    }

    /// <summary>A person leaves the opportunity to AWS alone.</summary>
    /// <returns>Whether anything was left to do.</returns>
    public async Task<bool> LeaveAloneAsync(string aws, CancellationToken cancellation)
    {
        var state = await store.AddAsync(new Link { Id = LinkIds.ForOpportunity(aws), OpportunityId = aws, IsLeftAlone = true }, cancellation);
        if (state.Link.IsLeftAlone || state.Link.RecordId is not null) return false;
        await store.RememberAsync(state.Link with { IsLeftAlone = true }, state.Baseline, [], cancellation);
        return true;
    }

    /// <summary>The record's body is frozen, with the lookup in it.</summary>
    public static bool IsBegun(LinkState state) => state.Link.RecordId is not null || state.Baseline.Intent is not null;

    /// <summary>The insert that the engine makes of any opportunity found at AWS, remembered before it is sent.</summary>
    private async Task<View> MakeAsync(View view, Plan plan, Step step, CancellationToken cancellation)
    {
        view = view with { Baseline = plan.Next, SendBy = time.GetUtcNow() + SentWrite.SendBy };
        await store.RememberAsync(view.Link, view.Baseline, [], cancellation);
        var sent = view;
        view = (await steps.TakeAsync(view, step, () => salesforce.DeliverAsync(sent.Link, step, null, sent.SendBy, cancellation), cancellation))!;
        return view.Salesforce is null ? view with { Salesforce = await salesforce.ReadAsync(view.Link, cancellation) } : view;
    }

    private Snapshots Read(View view) => Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow());
}
