using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.PartnerCentral.Wire;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>Lists, shows and answers engagement invitations.</summary>
internal sealed class InvitationOperations(PartnerCentralState state)
{
    private const int PageSizeDefault = 20;

    public JsonObject List(JsonObject request)
    {
        var received = request.Text("ParticipantType") == "RECEIVER";
        var found = state.Catalog(request).Invitations.Where(invitation =>
            invitation.Received == received
            && Filter.Admits(request, "PayloadType", invitation.PayloadType)
            && Filter.Admits(request, "Status", invitation.Status(state.Now))
            && Filter.AdmitsIdentifier(request, "EngagementIdentifier", invitation.EngagementId)
            && Filter.Admits(request, "SenderAwsAccountId", Sender(invitation)));
        return Paging.Cut(
            request, "EngagementInvitationSummaries", PageSizeDefault, found, i => new PageKey(Stamp.Nanoseconds(i.Sent, i.Sequence), i.Id), i =>
            {
                var summary = Summary(i);
                summary["ParticipantType"] = received ? "RECEIVER" : "SENDER";
                return summary;
            });
    }

    public JsonObject Get(JsonObject request) => Full(Invitation(request));

    public JsonObject? Accept(JsonObject request)
    {
        new InvitationAnswers(state).Accept(Invitation(request));
        return null;
    }

    public JsonObject? Reject(JsonObject request)
    {
        var invitation = Invitation(request);

        // The model leaves it out, the guide insists on it.
        var reason = request.Text("RejectionReason")
            ?? throw SellingException.BusinessValidation("RejectionReason", "Field RejectionReason is required.", ProblemCode.RequiredFieldMissing);
        new InvitationAnswers(state).Reject(invitation, reason);
        return null;
    }

    public JsonObject Full(InvitationRecord invitation)
    {
        var response = Summary(invitation);
        response["InvitationMessage"] = invitation.Received ? $"AWS would like to work with you on this {(invitation.OpportunityId is null ? "lead" : "opportunity")}." : null;
        response["EngagementDescription"] = null;
        response["RejectionReason"] = invitation.RejectionReason;
        response["ExistingMembers"] = new JsonArray(new JsonObject { ["CompanyName"] = SenderName(invitation), ["WebsiteUrl"] = invitation.Received ? EngagementMember.Aws.WebsiteUrl : PartnerCentralSeed.PartnerWebsite });
        response["Payload"] = invitation.Payload.DeepClone();
        return response;
    }

    private InvitationRecord Invitation(JsonObject request) => state.Catalog(request).Invitation(request.Text("Identifier")!);

    private JsonObject Summary(InvitationRecord invitation) => new()
    {
        ["Arn"] = state.SharedArn(invitation.Catalog, "engagement-invitation", invitation.Id),
        ["PayloadType"] = invitation.PayloadType,
        ["Id"] = invitation.Id,
        ["EngagementId"] = invitation.EngagementId,
        ["EngagementTitle"] = invitation.Title,
        ["Status"] = invitation.Status(state.Now),
        ["InvitationDate"] = Stamp.Nanoseconds(invitation.Sent, invitation.Sequence),
        ["ExpirationDate"] = Stamp.Nanoseconds(invitation.Expires, invitation.Sequence),
        ["SenderAwsAccountId"] = Sender(invitation),
        ["SenderCompanyName"] = SenderName(invitation),
        ["Receiver"] = new JsonObject
        {
            ["Account"] = new JsonObject { ["Alias"] = null, ["AwsAccountId"] = invitation.Received ? state.Options.AccountId : "aws" },
        },
        ["Catalog"] = invitation.Catalog,
    };

    private string Sender(InvitationRecord invitation) => invitation.Received ? "aws" : state.Options.AccountId;

    private static string SenderName(InvitationRecord invitation) => invitation.Received ? EngagementMember.Aws.CompanyName : PartnerCentralSeed.PartnerName;
}
