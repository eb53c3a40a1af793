using SyncWorker.Core.Opportunities;
using SyncWorker.Settling;

namespace SyncWorker.Auditing;

/// <summary>A deal that could not be read: whether it drifts, the audit cannot say.</summary>
/// <param name="Link">What joins its two records.</param>
/// <param name="Error">What reading it failed by.</param>
internal sealed record UnreadDeal(Link Link, Exception Error)
{
    /// <summary>For people, in the remote's own words; customer data.</summary>
    public override string ToString() => $"{Link.Id} ({Link.OpportunityId ?? "not at AWS yet"}): could not be read, so that nothing is said of it. {OneByOne.Words(Error)}";
}
