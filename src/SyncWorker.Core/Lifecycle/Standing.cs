using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Lifecycle;

/// <summary>Where an opportunity stands: what the lifecycle's rules look at, drawn from the link and both snapshots.</summary>
public sealed record Standing
{
    /// <summary>The co-sell record exists.</summary>
    public bool HasRecord { get; init; }

    /// <summary>The opportunity exists in Partner Central and was read.</summary>
    public bool HasOpportunity { get; init; }

    /// <summary>AWS's Review Status; null before the opportunity exists.</summary>
    public string? ReviewStatus { get; init; }

    /// <summary>Reviewer's text.</summary>
    public string? ReviewComments { get; init; }

    /// <summary>The reviewer's reason.</summary>
    public string? ReviewReason { get; init; }

    /// <summary>The stage that Partner Central holds.</summary>
    public string? AwsStage { get; init; }

    /// <summary>How AWS is involved, as AWS tells; null before the submission.</summary>
    public string? InvolvementType { get; init; }

    /// <summary>The status of the engagement invitation of an AWS referral.</summary>
    public string? InvitationStatus { get; init; }

    /// <summary>When the invitation expires, as AWS wrote it.</summary>
    public string? ExpirationDate { get; init; }

    /// <summary>Submit To AWS is ticked.</summary>
    public bool SubmitTicked { get; init; }

    /// <summary>The Status that the co-sell record shows: a tick set while it shows Action Required is a new one.</summary>
    public string? StatusShown { get; init; }

    /// <summary>The seller's Referral Decision: Accept or Reject.</summary>
    public string? ReferralDecision { get; init; }

    /// <summary>The deal came as an AWS referral.</summary>
    public bool IsReferral { get; init; }

    /// <summary>The referral was accepted, and we do not know what opportunity this made.</summary>
    public bool IsAcceptedElsewhere => IsReferral && !HasOpportunity && InvitationStatus == "ACCEPTED";

    /// <summary>The open opportunity at AWS that a new deal may repeat, in a seller's words; null where there is none.</summary>
    public string? PossibleDuplicate { get; init; }

    /// <summary>Why the number that a person gave the record leads to no opportunity at AWS; null where none was given.</summary>
    public string? NumberProblem { get; init; }

    /// <summary>A person ticked Allow Another: it is another deal of the same customer.</summary>
    public bool AllowAnother { get; init; }

    /// <summary>A person ticked Submit Late: a deal that was won or lost before it was shared goes to AWS all the same.</summary>
    public bool SubmitLate { get; init; }

    /// <summary>Whether such a deal is on its way through AWS's review, where it stands as open.</summary>
    public bool GoesInLate => SubmitLate && ReviewStatus is not (Lifecycle.ReviewStatus.Approved or Lifecycle.ReviewStatus.Rejected);

    /// <summary>Today, for dates that must not be past (UTC).</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether the tick was set after the seller saw AWS's request for a change.</summary>
    public bool IsTickFresh => SubmitTicked && ReviewStatus == Lifecycle.ReviewStatus.ActionRequired && StatusShown == Lifecycle.ReviewStatus.ActionRequired;

    /// <summary>Whether the deal was over when it was last settled: launched, lost, or rejected by either side.</summary>
    public static bool IsOver(Link link, Baseline baseline) => link.IsReferralOver
        || Stage.IsTerminal(baseline[Labels.SaleStage].PartnerCentral.Canonical) || baseline[Labels.Status].PartnerCentral.Canonical == Lifecycle.ReviewStatus.Rejected;

    /// <summary>Draws it from what was read.</summary>
    public static Standing Of(Link link, Snapshot? salesforce, Snapshot? partnerCentral, DateTimeOffset now)
    {
        var record = salesforce?.Documents.GetValueOrDefault("record");
        var opportunity = partnerCentral?.Documents.GetValueOrDefault(nameof(PathRoot.Opportunity));
        var invitation = partnerCentral?.Documents.GetValueOrDefault(nameof(PathRoot.Invitation));
        var lifeCycle = opportunity?["LifeCycle"];
        return new Standing
        {
            HasRecord = salesforce is not null,
            HasOpportunity = opportunity is not null,
            ReviewStatus = Text(lifeCycle?["ReviewStatus"]),
            ReviewComments = Text(lifeCycle?["ReviewComments"]),
            ReviewReason = Text(lifeCycle?["ReviewStatusReason"]),
            AwsStage = Text(lifeCycle?["Stage"]),
            InvolvementType = Text(partnerCentral?.Documents.GetValueOrDefault(nameof(PathRoot.AwsSummary))?["InvolvementType"]),
            InvitationStatus = Text(invitation?["Status"]) ?? link.InvitationStatus,
            ExpirationDate = Text(invitation?["ExpirationDate"]),
            SubmitTicked = record?[CoSellFields.SubmitToAws]?.GetValue<bool>() ?? false,
            StatusShown = Text(record?["Status__c"]),
            ReferralDecision = Text(record?[CoSellFields.ReferralDecision]),
            IsReferral = link.IsReferral,
            PossibleDuplicate = Text(partnerCentral?.Documents.GetValueOrDefault(nameof(PathRoot.Worker))?[WorkerMembers.PossibleDuplicate]),
            NumberProblem = Text(partnerCentral?.Documents.GetValueOrDefault(nameof(PathRoot.Worker))?[WorkerMembers.NumberProblem]),
            SubmitLate = record?[CoSellFields.SubmitLate]?.GetValue<bool>() ?? false,
            AllowAnother = record?[CoSellFields.AllowAnother]?.GetValue<bool>() ?? false,
            Today = DateOnly.FromDateTime(now.UtcDateTime),
        };
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
