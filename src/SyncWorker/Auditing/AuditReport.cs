using System.Collections.Immutable;

namespace SyncWorker.Auditing;

/// <summary>What an audit compared and found.</summary>
/// <param name="Links">How many links were compared.</param>
/// <param name="Records">How many co-sell records were listed.</param>
/// <param name="Opportunities">How many opportunities AWS listed.</param>
/// <param name="Read">How many deals were read on both sides, because the lists did not settle the question.</param>
/// <param name="Drifts">What differs without a recorded reason.</param>
/// <param name="Unread">The deals of which the lists left a doubt and that could not be read.</param>
internal sealed record AuditReport(int Links, int Records, int Opportunities, int Read, ImmutableArray<Drift> Drifts, ImmutableArray<UnreadDeal> Unread);
