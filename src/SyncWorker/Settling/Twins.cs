using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;

namespace SyncWorker.Settling;

/// <summary>Looks for open opportunities at AWS that a draft may repeat. Only a draft of our own can: a referral is AWS's, and what exists exists.</summary>
internal sealed class Twins(ISyncStore store)
{
    public async Task<Snapshots> LookAsync(Link link, Snapshots read, CancellationToken cancellation)
    {
        if (link.IsReferral || link.OpportunityId is not null || read.Salesforce is not { } record) return read;
        var (mappedObject, website) = Duplicates.Keys(record);
        var twin = Duplicates.Of(await store.OpenOpportunitiesAsync(mappedObject, website, cancellation), mappedObject, website);
        if (twin is not null) read.PartnerCentral.Documents[nameof(PathRoot.Worker)][WorkerMembers.PossibleDuplicate] = twin;
        return read;
    }

    /// <summary>Notes an opportunity that was just made, before a list tells of it: two drafts of one customer may be due together.</summary>
    public async Task NoteAsync(SideRecord? partnerCentral, CancellationToken cancellation)
    {
        if (partnerCentral?.Documents.GetValueOrDefault(PathRoot.Opportunity) is { } made) await store.NoteAsync([KnownOpportunity.Of(made)], cancellation);
    }
}
