using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class EngagementTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_submission_opens_an_engagement_about_the_customers_project()
    {
        var id = _client.Create(Some.Opportunity(o => o["Project"]!["Title"] = "A project title that is longer than forty characters"));
        var engagement = SubmissionTests.Submit(_client, id)["EngagementId"];

        var read = Call("GetEngagement", ("Identifier", engagement!));

        Assert.Equal((engagement, "A project title that is longer than fort", "123456789012", "1"), (read["Id"], read["Title"], read["CreatedBy"], read["MemberCount"]));
        Assert.Equal($"arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/{engagement}", read["Arn"]);
        Assert.Matches(@"^2026-11-23T09:30:15\.[0-9]{9}Z$", read["CreatedAt"]);
        Assert.Equal(("1", "CustomerProject"), (read["Contexts.0.Id"], read["Contexts.0.Type"]));
        Assert.Equal(
            ("Humongous Insurance", "US", "A project title that is longer than forty characters", "2027-03-31"),
            (read["Contexts.0.Payload.CustomerProject.Customer.CompanyName"],
            read["Contexts.0.Payload.CustomerProject.Customer.CountryCode"],
            read["Contexts.0.Payload.CustomerProject.Project.Title"],
            read["Contexts.0.Payload.CustomerProject.Project.TargetCompletionDate"]));
    }

    [Fact]
    public void AWS_becomes_a_member_when_it_approves()
    {
        var id = _client.Create();
        var engagement = SubmissionTests.Submit(_client, id)["EngagementId"]!;
        Assert.Equal(["123456789012"], Members(engagement));

        _client.Emulator.Review(id, "Approved");

        Assert.Equal(["aws", "123456789012"], Members(engagement).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(("2", "aws"), (Call("GetEngagement", ("Identifier", engagement))["MemberCount"], Call("GetEngagement", ("Identifier", engagement))["ModifiedBy"]));
    }

    [Fact]
    public void A_referrals_engagement_is_AWSs_and_opens_to_the_partner_by_acceptance()
    {
        var invitation = _client.Emulator.Refer([]);
        var engagement = Call("GetEngagementInvitation", ("Identifier", invitation))["EngagementId"]!;
        Assert.Equal("ResourceNotFoundException", Call("GetEngagement", ("Identifier", engagement)).Error);
        Assert.Empty(Call("ListEngagements").Node("EngagementSummaryList")!.AsArray());

        Call("StartEngagementByAcceptingInvitationTask", ("Identifier", invitation), ("ClientToken", "accept"));

        Assert.Equal(("aws", "2"), (Call("GetEngagement", ("Identifier", engagement))["CreatedBy"], Call("GetEngagement", ("Identifier", engagement))["MemberCount"]));
    }

    [Fact]
    public void Engagements_are_listed_newest_first_and_filtered()
    {
        var first = SubmissionTests.Submit(_client, _client.Create(), token: "first")["EngagementId"]!;
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = SubmissionTests.Submit(_client, _client.Create(), token: "second")["EngagementId"]!;

        Assert.Equal([second, first], Listed([]));
        Assert.Equal([first], Listed(new JsonObject { ["EngagementIdentifier"] = new JsonArray($"arn:aws:partnercentral:us-east-1::catalog/AWS/engagement/{first}") }));
        Assert.Equal([second, first], Listed(new JsonObject { ["ContextTypes"] = new JsonArray("CustomerProject"), ["CreatedBy"] = new JsonArray("123456789012") }));
        Assert.Empty(Listed(new JsonObject { ["ExcludeContextTypes"] = new JsonArray("CustomerProject") }));
        Assert.Empty(Listed(new JsonObject { ["ExcludeCreatedBy"] = new JsonArray("123456789012") }));
    }

    [Fact]
    public void The_way_from_an_opportunity_to_its_engagement_is_an_association()
    {
        var id = _client.Create();
        Assert.Empty(Associations(id));
        var engagement = SubmissionTests.Submit(_client, id)["EngagementId"];

        var association = Assert.Single(Associations(id))!;

        Assert.Equal(
            ("AWS", engagement, "Opportunity", id, "123456789012"),
            (association["Catalog"]!.ToString(), association["EngagementId"]!.ToString(), association["ResourceType"]!.ToString(), association["ResourceId"]!.ToString(), association["CreatedBy"]!.ToString()));
    }

    [Fact]
    public void Submission_approval_and_updates_leave_snapshots_in_the_engagement()
    {
        var id = _client.Create();
        var engagement = SubmissionTests.Submit(_client, id)["EngagementId"]!;
        _client.Emulator.Review(id, "Approved");
        Assert.Null(_client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Send the offer").Error);

        var listed = Call("ListResourceSnapshots", ("EngagementIdentifier", engagement)).Node("ResourceSnapshotSummaries")!.AsArray();

        Assert.Equal(
            [("AwsOpportunitySummaryFullView", "1", "aws"), ("OpportunitySummary", "1", "123456789012"), ("OpportunitySummary", "2", "123456789012")],
            listed.Select(s => (s!["ResourceSnapshotTemplateName"]!.ToString(), s["Revision"]!.ToString(), s["CreatedBy"]!.ToString())).Order());
        Assert.Equal("Workshop in December", Snapshot(engagement, id, "OpportunitySummary", 1)["Payload.OpportunitySummary.Lifecycle.NextSteps"]);
        Assert.Equal("Send the offer", Snapshot(engagement, id, "OpportunitySummary")["Payload.OpportunitySummary.Lifecycle.NextSteps"]);
        Assert.Equal("Co-Sell", Snapshot(engagement, id, "AwsOpportunitySummaryFullView")["Payload.AwsOpportunitySummaryFullView.InvolvementType"]);
        Assert.Equal("ResourceNotFoundException", Snapshot(engagement, id, "OpportunitySummary", 3).Error);
    }

    private Answer Snapshot(string engagement, string id, string template, int? revision = null)
    {
        var request = new JsonObject
        {
            ["EngagementIdentifier"] = engagement,
            ["ResourceType"] = "Opportunity",
            ["ResourceIdentifier"] = id,
            ["ResourceSnapshotTemplateIdentifier"] = template,
        };
        if (revision is not null) request["Revision"] = revision;
        return _client.Call("GetResourceSnapshot", request);
    }

    private JsonArray Associations(string id) =>
        Call("ListEngagementResourceAssociations", ("ResourceIdentifier", id), ("ResourceType", "Opportunity")).Node("EngagementResourceAssociationSummaries")!.AsArray();

    private List<string> Members(string engagement) =>
        [.. Call("ListEngagementMembers", ("Identifier", engagement)).Node("EngagementMemberList")!.AsArray().Select(m => m!["AccountId"]!.ToString())];

    private List<string> Listed(JsonObject filter) => [.. _client.Call("ListEngagements", filter).Node("EngagementSummaryList")!.AsArray().Select(e => e!["Id"]!.ToString())];

    private Answer Call(string operation, params (string Name, string Value)[] members) =>
        _client.Call(operation, new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value))));

    public void Dispose() => _client.Dispose();
}
