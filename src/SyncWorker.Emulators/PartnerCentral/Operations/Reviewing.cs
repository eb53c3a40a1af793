using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Carries out a review decision, whoever took it.</summary>
internal sealed class Reviewing(PartnerCentralState state)
{
    public static bool Allows(string from, string to) => (from, to) switch
    {
        (ReviewStatus.Submitted, ReviewStatus.InReview) => true,
        (ReviewStatus.Submitted or ReviewStatus.InReview, ReviewStatus.Approved or ReviewStatus.ActionRequired or ReviewStatus.Rejected) => true,
        _ => false,
    };

    public void Decide(OpportunityRecord record, ReviewDecision decision)
    {
        record.SetReview(decision.Status, decision.Comments, decision.Reason);
        var engaging = new Engaging(state);
        if (decision.Status == ReviewStatus.Approved) engaging.Join(record, EngagementMember.Aws);
        if (decision.Status is ReviewStatus.Approved or ReviewStatus.Rejected) engaging.ShowAwss(record);

        // AWS answers the partner's invitation with its decision.
        var sent = state.Catalogs[record.Catalog].Invitations.LastOrDefault(i => i.OpportunityId == record.Id && !i.Received);
        if (sent is null) return;
        sent.Answer = decision.Status switch
        {
            ReviewStatus.Approved => "ACCEPTED",
            ReviewStatus.Rejected => "REJECTED",
            _ => sent.Answer,
        };
    }
}
