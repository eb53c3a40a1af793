using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>An invitation to an engagement: received with a referral, or sent to AWS with a submission.</summary>
internal sealed class InvitationRecord
{
    public const string Opportunity = "OpportunityInvitation";
    public const string Lead = "LeadInvitation";

    public required string Id { get; init; }

    public required string Catalog { get; init; }

    public required string EngagementId { get; init; }

    /// <summary>The opportunity that it stands for; a lead has none.</summary>
    public required string? OpportunityId { get; init; }

    public required bool Received { get; init; }

    public required string Title { get; init; }

    /// <summary>What may be seen before acceptance, under the name of its type.</summary>
    public required JsonObject Payload { get; init; }

    public string PayloadType => OpportunityId is null ? Lead : Opportunity;

    public required DateTimeOffset Sent { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>Where the record stands among all; it also makes the last digits of its times.</summary>
    public required int Sequence { get; init; }

    public string? Answer { get; set; }

    public string? RejectionReason { get; set; }

    /// <summary>Nobody expires an invitation: the clock does.</summary>
    public string Status(DateTimeOffset now) => Answer ?? (now >= Expires ? "EXPIRED" : "PENDING");
}
