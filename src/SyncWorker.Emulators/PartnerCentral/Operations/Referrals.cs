using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>AWS refers an opportunity: it stays on AWS's side, and the partner gets an invitation.</summary>
internal sealed class Referrals(PartnerCentralState state)
{
    private const int TitleLengthMax = 40;

    public InvitationRecord Invite(OpportunityRecord record)
    {
        record.AtAwsOnly = true;
        new Engaging(state).Open(record, EngagementMember.Aws);
        record.Aws = new AwsView { Document = AwsSummary.NewView(record, "Co-Sell", "Full", state.Seed) };
        return Invitation(record, true, "Services Partner");
    }

    /// <summary>The invitation that carries an opportunity to the other party, with only what may be seen before acceptance.</summary>
    public InvitationRecord Invitation(OpportunityRecord record, bool received, string responsibility)
    {
        var data = state.Catalogs[record.Catalog];
        var title = record.Document.Text("Project.Title") ?? "";
        var now = state.Now;
        var invitation = new InvitationRecord
        {
            Id = state.Identifiers.Invitation(),
            Catalog = record.Catalog,
            EngagementId = record.EngagementId!,
            OpportunityId = record.Id,
            Received = received,
            Title = title[..Math.Min(title.Length, TitleLengthMax)],
            Payload = Payload(record, received, responsibility),
            Sent = now,
            Expires = now + state.Options.InvitationLifetime,
            Sequence = data.Invitations.Count,
        };
        data.Invitations.Add(invitation);
        return invitation;
    }

    private JsonObject Payload(OpportunityRecord record, bool received, string responsibility)
    {
        var document = record.Document;
        var sender = received ? state.Seed.PartnerDevelopmentManager : state.Seed.AllianceLead;
        return new JsonObject
        {
            [InvitationRecord.Opportunity] = new JsonObject
            {
                ["SenderContacts"] = new JsonArray(sender.ToContact(received ? "PDM" : "OpportunityOwner")),
                ["ReceiverResponsibilities"] = new JsonArray(responsibility),
                ["Customer"] = new JsonObject
                {
                    ["Industry"] = document.At("Customer.Account.Industry")?.DeepClone(),
                    ["CompanyName"] = document.At("Customer.Account.CompanyName")?.DeepClone(),
                    ["WebsiteUrl"] = document.At("Customer.Account.WebsiteUrl")?.DeepClone(),
                    ["CountryCode"] = document.At("Customer.Account.Address.CountryCode")?.DeepClone(),
                },
                ["Project"] = new JsonObject
                {
                    ["BusinessProblem"] = document.At("Project.CustomerBusinessProblem")?.DeepClone(),
                    ["Title"] = document.At("Project.Title")?.DeepClone(),
                    ["TargetCompletionDate"] = document.At("LifeCycle.TargetCloseDate")?.DeepClone(),
                    ["ExpectedCustomerSpend"] = document.At("Project.ExpectedCustomerSpend")?.DeepClone() ?? new JsonArray(),
                },
            },
        };
    }
}
