using SyncWorker.State;

namespace SyncWorker.Tests.State;

/// <summary>What of the store changes nothing and is told to anybody. Everything else is a commit.</summary>
internal static class StoreReads
{
    public static readonly HashSet<string> Names =
    [
        nameof(ISyncStore.GetAsync), nameof(ISyncStore.FindByRecordAsync), nameof(ISyncStore.FindByOpportunityAsync), nameof(ISyncStore.FindByInvitationAsync), nameof(ISyncStore.FindByMappedObjectAsync),
        nameof(ISyncStore.FindUnfinishedAsync), nameof(ISyncStore.IsCreatingAsync), nameof(ISyncStore.DueAsync), nameof(ISyncStore.DueCountAsync), nameof(ISyncStore.ToolsCountAsync),
        nameof(ISyncStore.OpenReferralsAsync), nameof(ISyncStore.EachLinkAsync), nameof(ISyncStore.CountAsync), nameof(ISyncStore.OpenOpportunitiesAsync), nameof(ISyncStore.FindJournalAsync),
        nameof(ISyncStore.JournalAsync), nameof(ISyncStore.WatermarkAsync), nameof(ISyncStore.OrgAsync), nameof(ISyncStore.CallsAsync),
    ];
}
