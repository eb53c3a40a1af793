using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class LeadTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void Leads_stand_among_invitations_and_can_be_filtered_out()
    {
        var lead = _client.Emulator.ReferLead([]);
        var deal = _client.Emulator.Refer([]);

        Assert.Equal([("LeadInvitation", lead), ("OpportunityInvitation", deal)], Listed().Order());
        Assert.Equal([("OpportunityInvitation", deal)], Listed("OpportunityInvitation"));
        Assert.Equal([("LeadInvitation", lead)], Listed("LeadInvitation"));
    }

    [Fact]
    public void A_lead_invitation_carries_the_leads_payload_and_no_name_of_the_contact()
    {
        var read = Get(_client.Emulator.ReferLead(new JsonObject { ["Customer"] = new JsonObject { ["CompanyName"] = "Trey Research" } }));

        Assert.Equal("LeadInvitation", read["PayloadType"]);
        Assert.Equal(["LeadInvitation"], read.Node("Payload")!.AsObject().Select(m => m.Key));
        Assert.Equal(
            """
            {"Customer":{"Industry":"Retail","CompanyName":"Trey Research","WebsiteUrl":"www.adventure-works.com","CountryCode":"US","AwsMaturity":"Evaluating","MarketSegment":"SMB"},"Interaction":{"SourceType":"Event","SourceId":"701Ub00000Campaign","SourceName":"Retail Day","Usecase":"Analytics","ContactBusinessTitle":"IT Manager"}}
            """,
            read.Node("Payload.LeadInvitation")!.ToJsonString());
    }

    [Fact]
    public void A_lead_is_accepted_by_hand_and_read_in_its_engagement()
    {
        var invitation = _client.Emulator.ReferLead([]);

        Assert.Null(_client.Call("AcceptEngagementInvitation", new JsonObject { ["Identifier"] = invitation }).Error);

        Assert.Equal("ACCEPTED", Get(invitation)["Status"]);
        var engagement = _client.Call("GetEngagement", new JsonObject { ["Identifier"] = Get(invitation)["EngagementId"] });
        Assert.Equal(("Lead", "Mary"), (engagement["Contexts.0.Type"], engagement["Contexts.0.Payload.Lead.Interactions.0.Contact.FirstName"]));
        Assert.Empty(_client.Emulator.Opportunities());
    }

    [Fact]
    public void The_accept_task_fails_on_a_lead_and_leaves_it_open()
    {
        var invitation = _client.Emulator.ReferLead([]);

        var task = _client.Call("StartEngagementByAcceptingInvitationTask", new JsonObject { ["Identifier"] = invitation, ["ClientToken"] = "t" });

        Assert.Equal(("FAILED", "InvitationValidationFailed"), (task["TaskStatus"], task["ReasonCode"]));
        Assert.Equal("PENDING", Get(invitation)["Status"]);
    }

    [Fact]
    public void A_lead_without_a_company_is_no_lead() => Assert.Equal(
        "REQUIRED_FIELD_MISSING",
        Assert.Throws<PersonRefusedException>(() => _client.Emulator.ReferLead(new JsonObject { ["Customer"] = new JsonObject { ["CompanyName"] = null } })).Code);

    private IEnumerable<(string, string)> Listed(string? type = null)
    {
        var request = new JsonObject { ["ParticipantType"] = "RECEIVER" };
        if (type is not null) request["PayloadType"] = new JsonArray(type);
        return _client.Call("ListEngagementInvitations", request).Node("EngagementInvitationSummaries")!.AsArray().Select(i => (i!["PayloadType"]!.ToString(), i["Id"]!.ToString()));
    }

    private Answer Get(string invitation) => _client.Call("GetEngagementInvitation", new JsonObject { ["Identifier"] = invitation });

    public void Dispose() => _client.Dispose();
}
