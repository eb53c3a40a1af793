using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;
using SyncWorker.Emulators.PartnerCentral.Store;
using SyncWorker.Emulators.Seed;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>AWS passes a lead on: an invitation that stands for no opportunity, and an engagement that tells more once it is accepted.</summary>
internal sealed class Leads(PartnerCentralState state)
{
    public InvitationRecord Invite(JsonObject told)
    {
        var lead = Overlay.On(PartnerCentralLead.Example(), told);
        var catalog = lead.Text("Catalog") ?? "AWS";
        lead.Remove("Catalog");
        RequestValidator.Check(SellingModel.Current.Structure("LeadContext"), lead);
        if (!state.Catalogs.TryGetValue(catalog, out var data)) throw new PersonRefusedException(ProblemCode.InvalidValue, $"There is no catalog {catalog}.");

        var title = lead.Text("Customer.CompanyName")!;
        var engagement = new Engaging(state).Open(catalog, title, EngagementMember.Aws, "Lead", SellingModel.Complete(SellingModel.Current.Structure("LeadContext"), lead)!.AsObject());
        var invitation = new InvitationRecord
        {
            Id = state.Identifiers.Invitation(),
            Catalog = catalog,
            EngagementId = engagement.Id,
            OpportunityId = null,
            Received = true,
            Title = engagement.Title,
            Payload = new JsonObject { [InvitationRecord.Lead] = Payload(lead) },
            Sent = state.Now,
            Expires = state.Now + state.Options.InvitationLifetime,
            Sequence = data.Invitations.Count,
        };
        data.Invitations.Add(invitation);
        return invitation;
    }

    // The contact has a title, but no name before acceptance.
    private static JsonObject Payload(JsonObject lead)
    {
        var interaction = lead.Objects("Interactions")[0];
        return new JsonObject
        {
            ["Customer"] = new JsonObject
            {
                ["Industry"] = lead.At("Customer.Industry")?.DeepClone(),
                ["CompanyName"] = lead.At("Customer.CompanyName")?.DeepClone(),
                ["WebsiteUrl"] = lead.At("Customer.WebsiteUrl")?.DeepClone(),
                ["CountryCode"] = lead.At("Customer.Address.CountryCode")?.DeepClone(),
                ["AwsMaturity"] = lead.At("Customer.AwsMaturity")?.DeepClone(),
                ["MarketSegment"] = lead.At("Customer.MarketSegment")?.DeepClone(),
            },
            ["Interaction"] = new JsonObject
            {
                ["SourceType"] = interaction.At("SourceType")?.DeepClone(),
                ["SourceId"] = interaction.At("SourceId")?.DeepClone(),
                ["SourceName"] = interaction.At("SourceName")?.DeepClone(),
                ["Usecase"] = interaction.At("Usecase")?.DeepClone(),
                ["ContactBusinessTitle"] = interaction.At("Contact.BusinessTitle")?.DeepClone(),
            },
        };
    }
}
