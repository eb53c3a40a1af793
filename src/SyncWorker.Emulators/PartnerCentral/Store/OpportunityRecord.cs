using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Wire;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>One opportunity: the partner's copy, what it is associated with, and AWS's own view of it.</summary>
internal sealed class OpportunityRecord
{
    public required string Id { get; init; }

    public required string Catalog { get; init; }

    public required string Origin { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; set; }

    /// <summary>The members that UpdateOpportunity carries, complete, unset ones as null.</summary>
    public required JsonObject Document { get; set; }

    public List<JsonObject> Team { get; } = [];

    public RelatedEntities Related { get; } = new();

    /// <summary>AWS's own record; it exists from the submission on.</summary>
    public AwsView? Aws { get; set; }

    /// <summary>A referral that the partner has not accepted: the partner cannot see the opportunity.</summary>
    public bool AtAwsOnly { get; set; }

    public string? EngagementId { get; set; }

    public string Status => Document.Text("LifeCycle.ReviewStatus") ?? ReviewStatus.PendingSubmission;

    public string Stage => Document.Text("LifeCycle.Stage") ?? "Prospect";

    /// <summary>Moves LastModifiedDate, always forward, so that no two versions share a lock.</summary>
    public void Touch(DateTimeOffset now)
    {
        var stamp = Stamp.ToMilliseconds(now);
        Modified = stamp > Modified ? stamp : Modified.AddMilliseconds(1);
    }

    /// <summary>When AWS's work behind the scenes will have moved LastModifiedDate once more.</summary>
    public DateTimeOffset? Settles { get; set; }

    public void Settle(DateTimeOffset now)
    {
        if (!(Settles <= now)) return;
        Touch(Settles.Value);
        Settles = null;
    }

    public void SetReview(string status, string? comments, string? reason)
    {
        Document.Put("LifeCycle.ReviewStatus", status);
        Document.Put("LifeCycle.ReviewComments", comments);
        Document.Put("LifeCycle.ReviewStatusReason", reason);
    }
}
