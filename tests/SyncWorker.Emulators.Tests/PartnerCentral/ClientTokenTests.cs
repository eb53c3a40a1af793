using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class ClientTokenTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void The_same_client_token_and_body_replay_the_stored_answer()
    {
        var first = Create(_client);
        _client.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(first.Body!.ToJsonString(), Create(_client).Body!.ToJsonString());
        Assert.Single(_client.Emulator.Opportunities());
    }

    [Fact]
    public void The_same_client_token_with_another_body_is_a_conflict()
    {
        Create(_client);

        var answer = Create(_client, o => o["Project"]!["Title"] = "Another");

        Assert.Equal(("ConflictException", "Conflicting client token submitted for a new request body."), (answer.Error, answer["Message"]));
    }

    [Fact]
    public void The_order_of_members_makes_no_other_body()
    {
        var first = Create(_client)["Id"];

        var turned = Some.Opportunity(o => o["ClientToken"] = "t").Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()));

        Assert.Equal(first, _client.Call("CreateOpportunity", new JsonObject(turned))["Id"]);
    }

    [Fact]
    public void A_token_that_has_outlived_its_time_makes_a_second_opportunity()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { ClientTokenLifetime = TimeSpan.FromMinutes(15) });
        var first = Create(client)["Id"];

        client.Clock.Advance(new TimeSpan(0, 14, 59));
        Assert.Equal(first, Create(client)["Id"]);
        client.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, Create(client)["Id"]);
    }

    [Fact]
    public void Without_a_lifetime_a_token_is_kept_for_ever()
    {
        var first = Create(_client)["Id"];
        _client.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(first, Create(_client)["Id"]);
    }

    [Fact]
    public void A_refused_create_leaves_its_client_token_free()
    {
        Assert.Equal("ValidationException", Create(_client, o => o["Project"]!["Title"] = null).Error);

        Assert.Null(Create(_client).Error);
    }

    [Fact]
    public void Catalogs_and_operations_have_tokens_of_their_own()
    {
        var id = Create(_client)["Id"]!;

        Assert.NotEqual(id, Create(_client, o => o["Catalog"] = "Sandbox")["Id"]);
        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id, token: "t")["TaskStatus"]);
    }

    [Fact]
    public void Tags_belong_to_the_body()
    {
        Create(_client, o => o["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "North" }));

        Assert.Equal("ConflictException", Create(_client).Error);
    }

    [Fact]
    public void A_token_in_flight_answers_with_the_task_that_it_started()
    {
        using var slow = new SellingClient(new PartnerCentralEmulatorOptions { TaskDuration = TimeSpan.FromSeconds(4) });
        var id = slow.Create();
        var started = SubmissionTests.Submit(slow, id, token: "one");
        slow.Clock.Advance(TimeSpan.FromSeconds(1));

        var again = SubmissionTests.Submit(slow, id, token: "one");

        Assert.Equal(("IN_PROGRESS", started["TaskId"], started["StartTime"]), (again["TaskStatus"], again["TaskId"], again["StartTime"]));
        Assert.Null(again["EngagementId"]);
        Assert.Equal("ConflictException", SubmissionTests.Submit(slow, id, involvement: "For Visibility Only", token: "one").Error);
        Assert.Single(slow.Call("ListEngagementFromOpportunityTasks", []).Node("TaskSummaries")!.AsArray());
    }

    [Fact]
    public void Two_submissions_at_once_are_two_tasks_of_which_the_second_fails()
    {
        using var slow = new SellingClient(new PartnerCentralEmulatorOptions { TaskDuration = TimeSpan.FromSeconds(4) });
        var id = slow.Create();
        SubmissionTests.Submit(slow, id, token: "one");
        SubmissionTests.Submit(slow, id, token: "two");

        slow.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("COMPLETE", SubmissionTests.Submit(slow, id, token: "one")["TaskStatus"]);
        Assert.Equal(("FAILED", "OpportunitySubmissionFailed"), (SubmissionTests.Submit(slow, id, token: "two")["TaskStatus"], SubmissionTests.Submit(slow, id, token: "two")["ReasonCode"]));
    }

    [Fact]
    public void Equal_creates_at_the_same_moment_make_one_opportunity()
    {
        Parallel.For(0, 16, _ => Assert.Null(Create(_client).Error));

        Assert.Single(_client.Emulator.Opportunities());
    }

    private static Answer Create(SellingClient client, Action<JsonObject>? change = null) => client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        change?.Invoke(o);
    }));

    public void Dispose() => _client.Dispose();
}
