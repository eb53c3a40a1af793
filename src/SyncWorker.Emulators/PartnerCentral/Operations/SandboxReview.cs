using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>In the sandbox the partner plays AWS's reviewer: it writes the review status by UpdateOpportunity.</summary>
internal static class SandboxReview
{
    /// <summary>The review decision in the update, or null when it carries none; production ignores what is sent.</summary>
    public static ReviewDecision? Decision(OpportunityRecord record, JsonObject request, Problems problems)
    {
        if (record.Catalog != "Sandbox" || request.Text("LifeCycle.ReviewStatus") is not { } wanted || wanted == record.Status) return null;
        if (record.Status == ReviewStatus.ActionRequired && wanted == ReviewStatus.Submitted) return null;
        if (record.Status == ReviewStatus.Submitted && wanted is ReviewStatus.Approved or ReviewStatus.Rejected or ReviewStatus.ActionRequired)
        {
            var reason = request.Text("LifeCycle.ReviewStatusReason");
            if (reason is not null && !RuleContext.IsAllowed("ReviewStatusReason", reason))
                problems.Add("LifeCycle.ReviewStatusReason", "Member must satisfy enum value set", ProblemCode.InvalidEnumValue);
            return new ReviewDecision(wanted, request.Text("LifeCycle.ReviewComments"), reason);
        }

        problems.Add("LifeCycle.ReviewStatus", $"Cannot transition opportunity from status '{record.Status}' to '{wanted}'.", ProblemCode.InvalidResourceState);
        return null;
    }
}
