using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Rules;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Hands an opportunity to AWS for review; there is no way back.</summary>
internal sealed class Submission(PartnerCentralState state)
{
    /// <summary>Submits the opportunity and returns the invitation that went to AWS with it.</summary>
    public InvitationRecord Submit(OpportunityRecord record, string involvement, string? visibility)
    {
        var problems = new Problems();
        if (record.Status is not (ReviewStatus.PendingSubmission or ReviewStatus.ActionRequired))
        {
            problems.Add(
                "LifeCycle.ReviewStatus", $"Cannot perform Submit action. The opportunity's review status is '{record.Status}'.", ProblemCode.InvalidResourceState);
            problems.ThrowIfAny();
        }

        SubmissionRules.Check(record, involvement, visibility, new RuleContext(state, state.Catalogs[record.Catalog], record), problems);
        problems.ThrowIfAny();

        // Recorded: who asks for no help reads back that it needs none.
        if (involvement != SubmissionRules.CoSell) record.Document["PrimaryNeedsFromAws"] = new JsonArray(PrimaryNeedRules.NoSupport);
        var engaging = new Engaging(state);
        engaging.Open(record, engaging.Partner);
        record.Aws ??= new AwsView { Document = AwsSummary.NewView(record, involvement, Granted(visibility), state.Seed) };
        record.SetReview(ReviewStatus.Submitted, null, null);
        state.Touch(record);
        engaging.ShowPartners(record);
        return new Referrals(state).Invitation(record, false, "Co-Sell Facilitator");
    }

    private string Granted(string? visibility) => visibility == "Limited" && state.Options.LimitedVisibility ? "Limited" : "Full";
}
