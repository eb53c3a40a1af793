using System.Collections.Immutable;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Settling;
using SyncWorker.State;

namespace SyncWorker.Auditing;

/// <summary>One deal that was read on both sides, beside what is remembered of it.</summary>
internal sealed class AuditedDeal(LinkState state, Look look, IReadOnlyDictionary<string, AcceptedDifference> accepted, TimeSpan grace, DateTimeOffset now)
{
    private Link Link => look.View.Link;

    private bool IsDue => state.Due > state.Cleared;

    private bool HasOpportunity => look.View.PartnerCentral?.Documents.ContainsKey(PathRoot.Opportunity) == true;

    public ImmutableArray<Drift> Drifts() => [.. Missing() is { } missing ? [missing] : Rows(), .. Open()];

    /// <summary>A side that lacks its record. What is due may still get one.</summary>
    private Drift? Missing()
    {
        // A person decided that this opportunity has no record, or gave its number to another link.
        if (Link is { RecordId: null, IsLeftAlone: true }) return null;
        var hasRecord = look.Snapshots.Salesforce is not null;
        if (!hasRecord && !HasOpportunity && Link.InvitationStatus != "PENDING")
            return IsDue && Link.RecordId is null ? null : Found(DriftKind.LinkToNothing, null, "neither side has a record of the deal");
        if (!hasRecord && !(IsDue && Link.RecordId is null))
            return Found(DriftKind.RecordMissing, null, Link.RecordId is null ? "no co-sell record was made" : "the co-sell record was deleted, or the integration user may not read it");
        return Link.OpportunityId is not null && !HasOpportunity ? Found(DriftKind.OpportunityMissing, null, "it could not be read in Partner Central, or is gone") : null;
    }

    private IEnumerable<Drift> Open() =>
        !IsDue && look.Plan.StaysDue && (!state.Baseline.Sent.IsEmpty || state.Baseline.Intent is not null) ? [Found(DriftKind.OpenWrite, null, "a write is open, and nothing looks after it")] : [];

    private IEnumerable<Drift> Rows()
    {
        if (look.Snapshots.Salesforce is not { } record) return [];
        var rows = Explanation.Of(look.View.Map, Link, state.Baseline, record, look.Snapshots.PartnerCentral, look.Plan, accepted, now);
        return [
            .. rows.Where(r => r.Verdict == Verdict.Unexplained).Select(r => OfRow(DriftKind.Unexplained, r, "differs, and both sides are accounted for: no reason is recorded")),
            .. rows.Where(r => r.Verdict == Verdict.Goes && !IsDue && MovedLongAgo(r, record)).Select(r => OfRow(DriftKind.NotMarked, r, "moved, and nobody marked it due")),
        ];
    }

    /// <summary>Of AWS's own view and of associations AWS gives no date: the sweep finds what moved there.</summary>
    private bool MovedLongAgo(RowExplanation row, Snapshot record)
    {
        var isDated = row.MovedInPartnerCentral && row.Row.Read.Any(p => p.Root == PathRoot.Opportunity) && look.Snapshots.PartnerCentral.ReadAt - look.Snapshots.PartnerCentral.LastModified > grace;
        return isDated || (row.MovedInSalesforce && record.ReadAt - record.LastModified > grace && !(record.FollowedDates.TryGetValue(row.Row.Label, out var followed) && record.ReadAt - followed <= grace));
    }

    private Drift OfRow(DriftKind kind, RowExplanation row, string words) => Found(kind, row.Row.Label, words) with
    {
        Salesforce = (row.Followed is { } followed && row.CoSell.IsEmpty ? followed : row.CoSell).Canonical,
        PartnerCentral = row.PartnerCentral.Canonical,
    };

    private Drift Found(DriftKind kind, string? row, string words) => new(kind, Link.Id, Link.RecordId, Link.OpportunityId, row, words);
}
