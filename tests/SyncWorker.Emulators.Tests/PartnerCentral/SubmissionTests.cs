using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class SubmissionTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_submission_is_complete_in_its_first_response()
    {
        var id = _client.Create();

        var answer = Submit(_client, id);

        Assert.Equal("COMPLETE", answer["TaskStatus"]);
        Assert.Equal(id, answer["OpportunityId"]);
        Assert.Matches("^task-[0-9a-z]{13}$", answer["TaskId"]);
        Assert.Matches("^eng-[0-9a-z]{14}$", answer["EngagementId"]);
        Assert.Matches("^engi-[0-9a-z]{13}$", answer["EngagementInvitationId"]);
        Assert.Matches("^job-[0-9a-z]{13}$", answer["ResourceSnapshotJobId"]);
        Assert.Matches(@"^2026-11-23T09:30:15\.[0-9]{9}Z$", answer["StartTime"]);
        Assert.Equal("Submitted", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void A_submission_moves_LastModifiedDate()
    {
        var id = _client.Create();
        var before = _client.Get(id)["LastModifiedDate"];

        Submit(_client, id);

        Assert.NotEqual(before, _client.Get(id)["LastModifiedDate"]);
    }

    [Fact]
    public void A_failed_submission_is_a_success_that_says_so()
    {
        var id = _client.Create(Some.Opportunity(o => o["Customer"]!["Account"]!["Address"]!["PostalCode"] = "1234"));

        var answer = Submit(_client, id);

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal(("FAILED", "OpportunityValidationFailed"), (answer["TaskStatus"], answer["ReasonCode"]));
        Assert.Equal("The postal code is invalid for country United States, United States postal code must be in 99999 OR 99999-9999 format.", answer["Message"]);
        Assert.Equal("Pending Submission", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Theory]
    [InlineData("CustomerUseCase", "Field Project.CustomerUseCase is required for opportunity submission.")]
    [InlineData("DeliveryModels", "Field Project.DeliveryModels is required for opportunity submission.")]
    [InlineData("SalesActivities", "project.salesActivities is required")]
    [InlineData("OtherSolutionDescription", "Field RelatedEntityIdentifiers.Solutions is required for opportunity submission.")]
    public void A_submission_needs_what_a_draft_does_not(string member, string message)
    {
        var id = _client.Create(Some.Opportunity(o => o["Project"]!.AsObject().Remove(member)));

        Assert.Equal(message, Submit(_client, id)["Message"]);
    }

    [Fact]
    public void A_solution_serves_instead_of_its_description()
    {
        var id = _client.Create(Some.Opportunity(o => o["Project"]!.AsObject().Remove("OtherSolutionDescription")));
        _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));

        Assert.Equal("COMPLETE", Submit(_client, id)["TaskStatus"]);
    }

    [Fact]
    public void A_closed_deal_cannot_be_submitted()
    {
        var id = _client.Create(Some.Opportunity(o => { o["LifeCycle"]!["Stage"] = "Closed Lost"; o["LifeCycle"]!["ClosedLostReason"] = "Price"; }));

        Assert.Equal("OpportunitySubmissionFailed", Submit(_client, id)["ReasonCode"]);
    }

    [Fact]
    public void A_submitted_opportunity_is_not_submitted_twice()
    {
        var id = _client.Create();
        Submit(_client, id);

        Assert.Equal("OpportunitySubmissionFailed", Submit(_client, id, token: "second")["ReasonCode"]);
    }

    [Theory]
    [InlineData("Co-Sell", """["Do Not Need Support from AWS Sales Rep"]""", "Cannot submit opportunity with InvolvementType Co-Sell when PrimaryNeedsFromAws Is Do Not Need Support")]
    [InlineData("For Visibility Only", """["Co-Sell - Deal Support"]""", "Cannot submit opportunity with InvolvementType For Visibility Only when PrimaryNeedsFromAws Is Co-Sell")]
    [InlineData("Co-Sell", "null", "primaryNeedsFromAws is required")]
    public void Involvement_and_needs_must_agree(string involvement, string needs, string message)
    {
        var id = _client.Create(Some.Opportunity(o => o["PrimaryNeedsFromAws"] = JsonNode.Parse(needs)));

        Assert.Contains(message, Submit(_client, id, involvement)["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_visibility_only_record_reads_back_that_it_needs_no_support()
    {
        var id = _client.Create(Some.Opportunity(o => o.Remove("PrimaryNeedsFromAws")));

        Submit(_client, id, "For Visibility Only");

        Assert.Equal("Do Not Need Support from AWS Sales Rep", _client.Get(id)["PrimaryNeedsFromAws.0"]);
    }

    [Fact]
    public void A_task_that_takes_its_time_is_polled_by_the_same_request()
    {
        using var slow = new SellingClient(new PartnerCentralEmulatorOptions { TaskDuration = TimeSpan.FromSeconds(4) });
        var id = slow.Create();

        Assert.Equal("IN_PROGRESS", Submit(slow, id)["TaskStatus"]);
        Assert.Equal("Pending Submission", slow.Get(id)["LifeCycle.ReviewStatus"]);
        slow.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("COMPLETE", Submit(slow, id)["TaskStatus"]);
        Assert.Equal("Submitted", slow.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void Tasks_are_listed_by_opportunity_and_status()
    {
        var id = _client.Create();
        var task = Submit(_client, id)["TaskId"];
        Submit(_client, _client.Create(), token: "other");

        var listed = _client.Call(
            "ListEngagementFromOpportunityTasks", new JsonObject { ["OpportunityIdentifier"] = new JsonArray(id), ["TaskStatus"] = new JsonArray("COMPLETE") });

        Assert.Equal(task, Assert.Single(listed.Node("TaskSummaries")!.AsArray())!["TaskId"]!.GetValue<string>());
    }

    [Fact]
    public void Submitting_by_hand_answers_with_nothing_and_refuses_with_an_error()
    {
        var id = _client.Create();
        var request = new JsonObject { ["Identifier"] = id, ["InvolvementType"] = "Co-Sell" };

        var answer = _client.Call("SubmitOpportunity", request);

        Assert.Null(answer.Body);
        Assert.Equal(0, answer.Response.Content.Headers.ContentLength);
        Assert.Equal("INVALID_RESOURCE_STATE", _client.Call("SubmitOpportunity", request).Problems[0].Code);
    }

    internal static Answer Submit(SellingClient client, string id, string involvement = "Co-Sell", string? token = null) =>
        client.Call("StartEngagementFromOpportunityTask", new JsonObject
        {
            ["ClientToken"] = token ?? $"submit-{id}",
            ["Identifier"] = id,
            ["AwsSubmission"] = new JsonObject { ["InvolvementType"] = involvement },
        });

    public void Dispose() => _client.Dispose();
}
