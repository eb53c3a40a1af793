using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Decoding;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;

namespace SyncWorker.Polling;

/// <summary>How much a change in Salesforce is worth: a referral's answer, then a submission, then the stage and a close, then the rest.</summary>
internal static class Urgency
{
    private static readonly string[] StageRows = [Labels.SaleStage, Labels.ClosedLostReason];

    public static int Of(FieldMap map, JsonObject record, LinkState link)
    {
        var snapshot = SalesforceDecoder.Decode(map, record, DateTimeOffset.UnixEpoch, isLocked: false);
        var standing = Standing.Of(link.Link, snapshot, null, DateTimeOffset.UnixEpoch);

        // Tick and decision stay on the record when they have been heard.
        if (link.Link is { IsReferral: true, OpportunityId: null } && standing is { ReferralDecision: not null, InvitationStatus: null or "PENDING" }) return Priority.Referral;
        if (standing.SubmitTicked && (link.Link.SubmittedAt is null || standing.StatusShown == ReviewStatus.ActionRequired) && !link.Link.IsReferral) return Priority.Submission;
        return link.Link.OpportunityId is not null && StageRows.Any(row => Moved(row, snapshot, link)) ? Priority.Stage : Priority.Edit;
    }

    private static bool Moved(string row, Snapshot record, LinkState link) => link.Baseline[row].CoSell.MovedTo(record[row])
        || (record.Followed.TryGetValue(row, out var followed) && link.Baseline[row].Followed.MovedTo(followed));
}
