using System.Text.Json.Nodes;
using SyncWorker.Core.Adoption;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>
/// A person gave a co-sell record without a link to AWS the number of an opportunity there: that one is adopted, and everything accounted for as it stands. A number that leads nowhere is held,
/// and the record says why.
/// </summary>
internal sealed class PastedNumber(SalesforceSide salesforce, PartnerCentralSide partnerCentral, ISyncStore store, TimeProvider time, ILogger<PastedNumber> logger)
{
    /// <summary>The view with the link that the number makes, or with what is wrong with the number.</summary>
    public async Task<View> LookAsync(View view, CancellationToken cancellation)
    {
        if (view.Link is not { OpportunityId: null, InvitationId: null } || view.Baseline.Intent is not null || Given(view) is not { } given) return view;
        if (OpportunityNumber.Read(given) is not { } number) return Held(view, $"'{given}' is no number of AWS's. Write the letter O and digits, or clear the field");
        var known = await store.FindByOpportunityAsync(number, cancellation);
        if (known is { Link.RecordId: null, Baseline.Intent: not null }) return Held(view, $"a co-sell record of {number} is just being made (Clazar Id {known.Link.Id})") with { IsNumberBusy = true };
        if (known is { Link.RecordId: not null }) return Held(view, $"{number} is linked to another co-sell record already (Clazar Id {known.Link.Id}). Work on that one, and clear the field here");
        var link = view.Link with { OpportunityId = number, MappedObjectId = Text(view.Salesforce!.Record![CoSellFields.Opportunity]) };
        if (await ReadAsync(link, cancellation) is not { } theirs) return Held(view, $"Partner Central knows no {number} that is yours. Check the number and the account, or clear the field");
        return await AdoptAsync(view with { Link = link, PartnerCentral = theirs }, known, cancellation);
    }

    private async Task<View> AdoptAsync(View view, LinkState? known, CancellationToken cancellation)
    {
        // A link that only a poll made, or that was left alone, gives its opportunity up first: no two may have it.
        if (known is not null) await store.RememberAsync(known.Link with { OpportunityId = null, IsLeftAlone = true }, known.Baseline, [], cancellation);
        var read = Snapshots.Decode(view.Map, view.Link, view.Salesforce, view.PartnerCentral, salesforce.Org, partnerCentral.Solutions, time.GetUtcNow());
        var isOpen = AwsOpportunity.Of(read.PartnerCentral.Documents[nameof(Core.Mapping.PathRoot.Opportunity)]).IsOpen;
        view = view with { Link = view.Link with { IsReadOnly = !isOpen, MappedObjectId = read.Salesforce!.MappedObjectId }, Baseline = AsItStands.OfPasted(view.Map, view.Baseline, read.Salesforce!, read.PartnerCentral) };
        await store.RememberAsync(view.Link, view.Baseline, [], cancellation);
        Log.Adopted(logger, view.Link.OpportunityId!, view.Link.Id, view.Link.MappedObjectId is not null);
        return view;
    }

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

    private View Held(View view, string problem)
    {
        Log.NumberHeld(logger, view.Link.Id);
        return view with { NumberProblem = problem };
    }

    private static string? Given(View view) => Text(view.Salesforce?.Record?[CoSellFields.ApnCrmUniqueIdentifier])?.Trim();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim().Length > 0 ? text : null;
}
