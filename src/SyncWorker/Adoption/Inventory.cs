using System.Collections.Immutable;
using SyncWorker.Core.Adoption;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Adoption;

/// <summary>The opportunities at AWS about which nobody has decided yet. Reads both sides and writes nothing.</summary>
internal sealed class Inventory(PartnerCentralClient client, KnownToSalesforce salesforce, ISyncStore store)
{
    /// <summary>All opportunities at AWS.</summary>
    public async Task<IReadOnlyList<AwsOpportunity>> AtAwsAsync(CancellationToken cancellation) => [.. (await client.ListOpportunitiesAsync(null, cancellation)).Select(AwsOpportunity.Of)];

    /// <summary>Those without a decision: neither linked with a co-sell record nor left alone.</summary>
    public async Task<IReadOnlyList<AwsOpportunity>> UndecidedAsync(CancellationToken cancellation)
    {
        var isLive = (await store.ConnectionAsync(cancellation)).IsLive;
        var decided = (await store.LinksAsync(cancellation)).Where(l => l.Link.IsLeftAlone || Adopter.IsAdopted(l, isLive)).Select(l => l.Link.OpportunityId).ToHashSet();
        return [.. (await AtAwsAsync(cancellation)).Where(o => !decided.Contains(o.Id))];
    }

    /// <summary>The same, each with what was found for it in Salesforce.</summary>
    public async Task<ImmutableArray<Match>> MatchesAsync(CancellationToken cancellation)
    {
        var undecided = await UndecidedAsync(cancellation);
        var known = await salesforce.ReadAsync(undecided, cancellation);
        var (each, titled, unread) = (new OneByOne(), new Dictionary<string, AwsOpportunity>(), new Dictionary<string, string>());
        foreach (var match in Matching.Of(undecided, known).Where(m => m.MayBeProposed(known)))
        {
            if (await each.TryAsync(async () => titled[match.Aws.Id] = await TitledAsync(match.Aws, cancellation)) is { } error) unread[match.Aws.Id] = OneByOne.Words(error);
        }

        return [.. Matching.Of([.. undecided.Select(o => titled.GetValueOrDefault(o.Id, o))], known).Select(m => m with { Unread = unread.GetValueOrDefault(m.Aws.Id) })];
    }

    /// <summary>AWS's list leaves the title out.</summary>
    private async Task<AwsOpportunity> TitledAsync(AwsOpportunity aws, CancellationToken cancellation) =>
        await Missing.AsNull(client.GetOpportunityAsync(aws.Id, cancellation)) is { } opportunity ? AwsOpportunity.Of(opportunity) : aws;
}
