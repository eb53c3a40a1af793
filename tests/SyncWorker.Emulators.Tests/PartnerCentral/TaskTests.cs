using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class TaskTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_task_that_fails_at_AWS_is_a_success_that_says_so_and_changes_nothing()
    {
        var id = _client.Create();
        _client.Emulator.FailNextTask("ResourceSnapshotJobAccessDenied", "The role cannot be assumed.");

        var failed = SubmissionTests.Submit(_client, id);

        Assert.Equal((200, "FAILED", "ResourceSnapshotJobAccessDenied", "The role cannot be assumed."), ((int)failed.Status, failed["TaskStatus"], failed["ReasonCode"], failed["Message"]));
        Assert.Equal((id, null, null, null), (failed["OpportunityId"], failed["EngagementId"], failed["EngagementInvitationId"], failed["ResourceSnapshotJobId"]));
        Assert.Equal("Pending Submission", _client.Get(id)["LifeCycle.ReviewStatus"]);
        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id, token: "again")["TaskStatus"]);
    }

    [Fact]
    public void A_failed_acceptance_leaves_the_invitation_open()
    {
        var invitation = _client.Emulator.Refer([]);
        _client.Emulator.FailNextTask("InternalError", "Try again.");

        Assert.Equal("FAILED", Accept(invitation, "one")["TaskStatus"]);

        Assert.Equal("PENDING", _client.Call("GetEngagementInvitation", new JsonObject { ["Identifier"] = invitation })["Status"]);
        Assert.Equal("COMPLETE", Accept(invitation, "two")["TaskStatus"]);
    }

    [Fact]
    public void There_are_only_AWSs_reason_codes() =>
        Assert.Equal("INVALID_ENUM_VALUE", Assert.Throws<PersonRefusedException>(() => _client.Emulator.FailNextTask("BadLuck", "")).Code);

    [Fact]
    public void Lists_can_spell_a_missing_reason_code_as_the_text_null()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { ListsSpellNullReasonCodes = true });
        Assert.Null(SubmissionTests.Submit(client, client.Create())["ReasonCode"]);

        Assert.Equal("null", client.Call("ListEngagementFromOpportunityTasks", [])["TaskSummaries.0.ReasonCode"]);
    }

    [Fact]
    public void Every_member_of_a_task_is_there_from_the_start()
    {
        var answer = SubmissionTests.Submit(_client, _client.Create()).Body!;

        Assert.Equal(
            [
                "EngagementId", "EngagementInvitationId", "Message", "OpportunityId", "ReasonCode", "ResourceSnapshotJobId", "StartTime", "TaskArn", "TaskId", "TaskStatus",
            ],
            answer.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Matches("^arn:aws:partnercentral:us-east-1::catalog/AWS/engagement-from-opportunity-task/task-[0-9a-z]{13}$", answer["TaskArn"]!.ToString());
    }

    [Fact]
    public void An_accept_task_names_no_engagement()
    {
        var answer = Accept(_client.Emulator.Refer([]), "one").Body!;

        Assert.False(answer.ContainsKey("EngagementId"));
        Assert.Matches("^arn:aws:partnercentral:us-east-1::catalog/AWS/engagement-by-accepting-invitation-task/task-[0-9a-z]{13}$", answer["TaskArn"]!.ToString());
        Assert.Matches("^job-[0-9a-z]{13}$", answer["ResourceSnapshotJobId"]!.ToString());
    }

    [Fact]
    public void LastModifiedDate_may_move_once_more_some_seconds_after_a_submission_or_an_update()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { SettlingTime = TimeSpan.FromSeconds(4) });
        var id = client.Create();
        SubmissionTests.Submit(client, id);
        Assert.Equal("2026-11-23T09:30:15.251Z", client.Get(id)["LastModifiedDate"]);

        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("2026-11-23T09:30:19.250Z", client.Get(id)["LastModifiedDate"]);
        client.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("2026-11-23T09:30:19.250Z", client.Get(id)["LastModifiedDate"]);
    }

    [Fact]
    public void An_update_with_the_date_from_before_the_record_settled_is_a_conflict()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { SettlingTime = TimeSpan.FromSeconds(4) });
        var id = client.Create();
        var answered = client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Call")["LastModifiedDate"];

        client.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("ConflictException", client.Update(id, o => o["LastModifiedDate"] = answered).Error);
        Assert.Null(client.Update(id, _ => { }).Error);
    }

    private Answer Accept(string invitation, string token) =>
        _client.Call("StartEngagementByAcceptingInvitationTask", new JsonObject { ["Identifier"] = invitation, ["ClientToken"] = token });

    public void Dispose() => _client.Dispose();
}
