using System.Text.Json.Nodes;
using SyncWorker.Core.Adoption;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>
/// A person gave a co-sell record without a link to AWS the number of an opportunity there: that one is adopted, and everything accounted for as it stands. A number that leads nowhere is held,
/// and the record says why.
/// </summary>
internal sealed class PastedNumber(SalesforceSide salesforce, PartnerCentralSide partnerCentral, OpenAcceptances acceptances, ISyncStore store, TimeProvider time, ILogger<PastedNumber> logger)
{
    /// <summary>Adopts the opportunity that the number leads to.</summary>
    /// <returns>The view with the link that the number makes, or with what is wrong with the number.</returns>
    public async Task<View> AdoptAsync(View view, CancellationToken cancellation)
    {
        var (seen, known) = await SeeAsync(view, cancellation);
        if (seen.NumberProblem is not null) Log.NumberHeld(logger, view.Link.Id);
        if (seen.Link == view.Link) return seen;

        // A link that only a poll made, or that was left alone, gives its opportunity up.
        await (known is null ? store.RememberAsync(seen.Link, seen.Baseline, [], cancellation)
            : store.HandOverAsync(known.Link with { OpportunityId = null, MappedObjectId = null }, seen.Link, seen.Baseline, cancellation));
        Log.Adopted(logger, seen.Link.OpportunityId!, seen.Link.Id, seen.Link.MappedObjectId is not null);
        return seen;
    }

    /// <summary>The view as it would be once the opportunity is adopted; nothing is remembered.</summary>
    public async Task<View> LookOnlyAsync(View view, CancellationToken cancellation) => (await SeeAsync(view, cancellation)).View;

    private async Task<(View View, LinkState? Known)> SeeAsync(View view, CancellationToken cancellation)
    {
        if (view.Link is not { OpportunityId: null, InvitationId: null } || view.Baseline.Intent is not null || Given(view) is not { } given) return (view, null);
        if (OpportunityNumber.Read(given) is not { } number) return Held(view, $"'{given}' is no number of AWS's. Write the letter O and digits, or clear the field");
        var known = await store.FindByOpportunityAsync(number, cancellation);
        if (known is { Link.RecordId: null, Baseline.Intent: not null }) return Held(view, $"a co-sell record of {number} is just being made (Clazar Id {known.Link.Id})", known.ParkedAt is null);
        if (known is { Link.RecordId: not null }) return Held(view, $"{number} is linked to another co-sell record already (Clazar Id {known.Link.Id}). Work on that one, and clear the field here");
        if (known is null && await acceptances.AnyAsync(cancellation)) return Held(view, $"a referral is just being accepted, and {number} may be its opportunity", isBusy: true);
        var link = view.Link with { OpportunityId = number, MappedObjectId = Text(view.Salesforce!.Record![CoSellFields.Opportunity]) };
        if (await ReadAsync(link, cancellation) is not { } theirs) return Held(view, $"Partner Central knows no {number} that is yours. Check the number and the account, or clear the field");
        if (await CreatingAsync(view, theirs, cancellation) is { } creating) return Held(view, $"{number} is just being made from another deal (Clazar Id {creating.Link.Id})", creating.ParkedAt is null);
        view = view with { Link = link, PartnerCentral = theirs };
        var read = Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow());
        var isOpen = AwsOpportunity.Of(read.PartnerCentral.Documents[nameof(PathRoot.Opportunity)]).IsOpen;
        var linked = view.Link with { IsReadOnly = !isOpen, MappedObjectId = read.Salesforce!.MappedObjectId };
        return (view with { Link = linked, Baseline = AsItStands.OfPasted(view.Map, view.Baseline, read.Salesforce!, read.PartnerCentral) }, known);
    }

    /// <summary>The link whose create has made the opportunity, and does not know it yet.</summary>
    private async Task<LinkState?> CreatingAsync(View view, SideRecord theirs, CancellationToken cancellation) =>
        Text(theirs.Documents.GetValueOrDefault(PathRoot.Opportunity)?["PartnerOpportunityIdentifier"]) is { } identifier
        && await store.FindUnfinishedAsync(identifier, cancellation) is { Baseline.Intent: not null } creating && creating.Link.Id != view.Link.Id ? creating : null;

    /// <summary>AWS says of somebody else's opportunity that it is not there, or that access is denied.</summary>
    private async Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation)
    {
        try
        {
            return await partnerCentral.ReadAsync(link, cancellation);
        }
        catch (RemoteException denied) when (denied.Code is PartnerCentralErrors.AccessDenied or "ValidationException")
        {
            return null;
        }
    }

    private static (View View, LinkState? Known) Held(View view, string problem, bool isBusy = false) => (view with { NumberProblem = problem, IsNumberBusy = isBusy }, null);

    private static string? Given(View view) => Text(view.Salesforce?.Record?[CoSellFields.ApnCrmUniqueIdentifier])?.Trim();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim().Length > 0 ? text : null;
}
