using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Answers an invitation, once and before it expires.</summary>
internal sealed class InvitationAnswers(PartnerCentralState state)
{
    public void Accept(InvitationRecord invitation)
    {
        RequirePending(invitation);
        invitation.Answer = "ACCEPTED";
        state.Catalogs[invitation.Catalog].Engagements.Find(e => e.Id == invitation.EngagementId)?.Join(new Engaging(state).Partner, state.Now);
    }

    public void Reject(InvitationRecord invitation, string reason)
    {
        RequirePending(invitation);
        invitation.Answer = "REJECTED";
        invitation.RejectionReason = reason;
    }

    /// <summary>Only an opportunity can be taken over; a lead is accepted by hand and worked on in its engagement.</summary>
    public static void RequireOpportunity(InvitationRecord invitation)
    {
        if (invitation.OpportunityId is not null) return;
        throw SellingException.BusinessValidation("Identifier", $"Engagement invitation {invitation.Id} is a lead invitation, not an opportunity invitation.", ProblemCode.InvalidValue);
    }

    /// <summary>AWS's opportunity becomes the partner's: approved without review, at the first stage, with the creation date it had.</summary>
    public OpportunityRecord TakeOver(InvitationRecord invitation)
    {
        var record = state.Catalogs[invitation.Catalog].Opportunities[invitation.OpportunityId!];
        record.AtAwsOnly = false;
        record.Document.Put("LifeCycle.Stage", "Prospect");
        record.SetReview(ReviewStatus.Approved, null, null);
        record.Touch(state.Now);
        var engaging = new Engaging(state);
        engaging.ShowAwss(record);
        engaging.ShowPartners(record);
        return record;
    }

    private void RequirePending(InvitationRecord invitation)
    {
        var status = invitation.Status(state.Now);
        if (!invitation.Received || status != "PENDING") throw SellingException.Conflict($"Engagement invitation {invitation.Id} cannot be answered: its status is {status}.");
    }
}
