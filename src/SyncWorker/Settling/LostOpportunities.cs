using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.PartnerCentral;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>
/// Looks for an opportunity that exists at AWS without our knowing its number: a create whose answer was lost so long ago that its token may be forgotten, or a referral that somebody
/// accepted elsewhere. Nothing new is made before it was looked for.
/// </summary>
internal sealed class LostOpportunities(PartnerCentralClient client, ISyncStore store)
{
    // AWS's clock need not be ours.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    /// <returns>The link with the number of the opportunity; null where there is none.</returns>
    public async Task<Link?> FindAsync(Link link, Intent? intent, CancellationToken cancellation) =>
        (intent is null ? await OfReferralAsync(link, cancellation) : await OfCreateAsync(intent, cancellation)) is { } id ? link with { OpportunityId = id } : null;

    /// <summary>AWS cannot filter by the identifier that our create carries, but lists it.</summary>
    private async Task<string?> OfCreateAsync(Intent intent, CancellationToken cancellation)
    {
        var body = (JsonObject)JsonNode.Parse(intent.Body)!;
        var identifier = Text(body["PartnerOpportunityIdentifier"]);
        var made = await client.ListOpportunitiesCreatedSinceAsync(intent.FirstSent!.Value - Skew, cancellation);
        var ours = made.Where(o => Text(o["PartnerOpportunityIdentifier"]) == identifier).OrderBy(o => Text(o["Project"]?["Title"]) != Text(body["Project"]?["Title"]));
        foreach (var id in ours.Select(o => Text(o["Id"])!))
        {
            if (await store.FindByOpportunityAsync(id, cancellation) is null) return id;
        }

        return null;
    }

    private async Task<string?> OfReferralAsync(Link link, CancellationToken cancellation)
    {
        var engagement = Text((await client.GetEngagementInvitationAsync(link.InvitationId!, cancellation))["EngagementId"]);
        if (engagement is null) return null;
        foreach (var id in (await client.ListEngagementResourceAssociationsAsync(engagement, cancellation)).Select(a => Text(a["ResourceId"])!).Distinct())
        {
            if (await store.FindByOpportunityAsync(id, cancellation) is null) return id;
        }

        return null;
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
