using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class InvitationTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_referral_is_an_invitation_and_no_opportunity_yet()
    {
        var invitation = _client.Emulator.Refer([]);

        var listed = List(new JsonObject { ["ParticipantType"] = "RECEIVER", ["Status"] = new JsonArray("PENDING") });

        Assert.Equal(invitation, Assert.Single(listed)!["Id"]!.GetValue<string>());
        Assert.Matches(@"\.[0-9]{9}Z$", listed[0]!["InvitationDate"]!.GetValue<string>());
        Assert.Empty(_client.Call("ListOpportunities", []).Node("OpportunitySummaries")!.AsArray());
    }

    [Fact]
    public void The_participant_type_is_required() =>
        Assert.Equal("participantType", _client.Call("ListEngagementInvitations", []).Problems[0].Field);

    [Fact]
    public void An_invitation_shows_the_customer_and_the_project_but_no_address_or_contact()
    {
        var read = Get(_client.Emulator.Refer([]));

        Assert.Equal("OpportunityInvitation", read["PayloadType"]);
        Assert.Equal("Fabrikam Life Sciences", read["Payload.OpportunityInvitation.Customer.CompanyName"]);
        Assert.Equal("2027-03-23", read["Payload.OpportunityInvitation.Project.TargetCompletionDate"]);
        Assert.DoesNotContain("Federal Street", read.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("john.stiles", read.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_is_the_projects_first_forty_characters()
    {
        var read = Get(_client.Emulator.Refer(new JsonObject { ["Project"] = new JsonObject { ["Title"] = "A project title that is longer than forty characters" } }));

        Assert.Equal("A project title that is longer than fort", read["EngagementTitle"]);
    }

    [Fact]
    public void An_accepted_referral_is_an_approved_prospect_with_AWSs_data()
    {
        var invitation = _client.Emulator.Refer([]);

        var task = Accept(invitation);

        Assert.Equal("COMPLETE", task["TaskStatus"]);
        var read = _client.Get(task["OpportunityId"]!);
        Assert.Equal(("Approved", "Prospect"), (read["LifeCycle.ReviewStatus"], read["LifeCycle.Stage"]));
        Assert.Equal("Genome analysis pipeline on AWS", read["Project.Title"]);
        Assert.Equal("ACCEPTED", Get(invitation)["Status"]);
        Assert.Equal("AWS Referral", _client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = task["OpportunityId"] })["Origin"]);
    }

    [Fact]
    public void The_accept_task_lists_both_identifiers()
    {
        var invitation = _client.Emulator.Refer([]);
        var opportunity = Accept(invitation)["OpportunityId"];

        var listed = _client.Call("ListEngagementByAcceptingInvitationTasks", new JsonObject { ["EngagementInvitationIdentifier"] = new JsonArray(invitation) });

        Assert.Equal((invitation, opportunity), (listed["TaskSummaries.0.EngagementInvitationId"], listed["TaskSummaries.0.OpportunityId"]));
    }

    [Fact]
    public void An_invitation_expires_by_the_clock_and_cannot_be_accepted_then()
    {
        var invitation = _client.Emulator.Refer([]);

        _client.Clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal("EXPIRED", Get(invitation)["Status"]);
        Assert.Equal("FAILED", Accept(invitation)["TaskStatus"]);
    }

    [Fact]
    public void A_rejection_needs_its_reason_and_keeps_it()
    {
        var invitation = _client.Emulator.Refer([]);
        Assert.Equal("rejectionReason", _client.Call("RejectEngagementInvitation", new JsonObject { ["Identifier"] = invitation }).Problems[0].Field);

        var answer = _client.Call("RejectEngagementInvitation", new JsonObject { ["Identifier"] = invitation, ["RejectionReason"] = "Unable to support" });

        Assert.Null(answer.Body);
        Assert.Equal(("REJECTED", "Unable to support"), (Get(invitation)["Status"], Get(invitation)["RejectionReason"]));
        Assert.Equal("ConflictException", _client.Call("AcceptEngagementInvitation", new JsonObject { ["Identifier"] = invitation }).Error);
        Assert.Empty(_client.Emulator.Opportunities());
    }

    [Fact]
    public void Accepting_by_hand_creates_no_opportunity()
    {
        var invitation = _client.Emulator.Refer([]);

        Assert.Null(_client.Call("AcceptEngagementInvitation", new JsonObject { ["Identifier"] = invitation }).Body);

        Assert.Equal("ACCEPTED", Get(invitation)["Status"]);
        Assert.Empty(_client.Emulator.Opportunities());
    }

    [Fact]
    public void A_sandbox_referral_is_made_by_the_partner_and_keeps_its_identifier_and_creation_date()
    {
        using var sandbox = new SellingClient { Catalog = "Sandbox" };
        var id = sandbox.Create(Some.Opportunity(o => o["Origin"] = "AWS Referral"));
        Assert.Equal("ResourceNotFoundException", sandbox.Get(id).Error);
        sandbox.Clock.Advance(TimeSpan.FromHours(2));

        var invitation = sandbox.Call("ListEngagementInvitations", new JsonObject { ["ParticipantType"] = "RECEIVER" })["EngagementInvitationSummaries.0.Id"];
        var task = sandbox.Call("StartEngagementByAcceptingInvitationTask", new JsonObject { ["Identifier"] = invitation, ["ClientToken"] = "accept" });

        Assert.Equal(id, task["OpportunityId"]);
        Assert.Equal(("2026-11-23T09:30:15Z", "2026-11-23T11:30:15.250Z"), (sandbox.Get(id)["CreatedDate"], sandbox.Get(id)["LastModifiedDate"]));
    }

    [Fact]
    public void A_submission_sends_an_invitation_that_AWS_answers_with_its_review()
    {
        var id = _client.Create();
        SubmissionTests.Submit(_client, id);
        Assert.Equal("PENDING", List(new JsonObject { ["ParticipantType"] = "SENDER" })[0]!["Status"]!.GetValue<string>());

        _client.Emulator.Review(id, "Approved");

        Assert.Equal("ACCEPTED", List(new JsonObject { ["ParticipantType"] = "SENDER" })[0]!["Status"]!.GetValue<string>());
    }

    private Answer Get(string invitation) => _client.Call("GetEngagementInvitation", new JsonObject { ["Identifier"] = invitation });

    private Answer Accept(string invitation) =>
        _client.Call("StartEngagementByAcceptingInvitationTask", new JsonObject { ["Identifier"] = invitation, ["ClientToken"] = $"accept-{invitation}" });

    private JsonArray List(JsonObject request) => _client.Call("ListEngagementInvitations", request).Node("EngagementInvitationSummaries")!.AsArray();

    public void Dispose() => _client.Dispose();
}
