using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Remote;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class FailureTests
{
    private const string Tailspin = "Tailspin disaster recovery";

    [Theory]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(429, "ThrottlingException")]
    [InlineData(500, "InternalServerException")]
    public async Task An_opportunity_that_AWS_fails_on_stops_no_other_and_goes_later(int status, string name)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var failing = world.OpportunityId(records[0]);
        wire.Before = call => call.Operation == "UpdateOpportunity" && call.Body.Contains(failing, StringComparison.Ordinal) ? Refusals.Aws((HttpStatusCode)status, name) : null;
        await EditAsync(world, records);
        Assert.Equal(["Kick-off", "Offer", "Offer"], records.Select(r => NextStep(world, r)));

        wire.Before = null;
        await world.SyncAsync(40);
        Assert.All(records, r => Assert.Equal("Offer", NextStep(world, r)));
    }

    [Fact]
    public async Task A_row_that_AWS_refuses_is_told_in_its_words_and_the_records_other_rows_and_the_others_go_on()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var failing = world.OpportunityId(records[0]);
        wire.Before = call => call.Operation == "UpdateOpportunity" && call.Body.Contains(failing, StringComparison.Ordinal) && call.Body.Contains("\"Offer\"", StringComparison.Ordinal)
            ? Refusals.AwsValidation("lifeCycle.nextSteps", "Next steps must name a date.") : null;
        world.SellerEdits(records[0], new JsonObject { ["Use_Case__c"] = "Database" });
        await EditAsync(world, records);

        Assert.Equal(["Kick-off", "Offer", "Offer"], records.Select(r => NextStep(world, r)));
        Assert.Equal("Database", world.AtPartnerCentral(records[0])["Project"]!["CustomerUseCase"]!.GetValue<string>());
        Assert.StartsWith("Next Step: AWS refused: 'Next steps must name a date.'. Nothing was changed. Ref ", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
        Assert.Equal("Needs attention", world.Field(records[0], "Sync_Status__c"));

        wire.Before = null;
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Offer on 1 December" });
        await world.SyncAsync();
        Assert.Equal("Offer on 1 December", NextStep(world, records[0]));
        Assert.Null(world.Record(records[0])["Sync_Error__c"]);
    }

    [Fact]
    public async Task What_Salesforce_refused_is_sent_again_after_an_hour_because_an_admin_may_have_mended_the_org()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var tries = 0;
        wire.Before = call => call.IsWrite && ++tries > 0 ? Refusals.SalesforceUpdate(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask your manager.") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(55));
        await world.SyncAsync();

        // Which field it was Salesforce did not say, so the seller is told without the rows, which is refused too.
        Assert.Equal((2, "Kick-off"), (tries, world.Field(record, "Next_Step__c")));

        wire.Before = null;
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.SyncAsync();
        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
    }

    [Fact]
    public async Task A_refusal_that_names_no_field_is_told_to_the_seller_and_is_over_when_the_record_is_mended()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.Before = call => call.IsWrite && call.Body.Contains("Legal review\"", StringComparison.Ordinal) ? Refusals.SalesforceUpdate(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Name a start date.") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        Assert.Equal("Salesforce refused AWS's values: 'Name a start date.'. Ask your Salesforce admin.", world.Field(record, "Sync_Error__c"));

        wire.Before = null;
        world.SellerEdits(record, new JsonObject { ["Additional_Comments__c"] = "It starts in May." });
        await world.SyncAsync();
        Assert.Equal(("Legal review", null), (world.Field(record, "Next_Step__c"), world.Field(record, "Sync_Error__c")));
    }

    [Fact]
    public async Task A_refusal_in_other_words_each_time_is_told_once_because_telling_the_seller_is_no_edit()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var tries = 0;
        wire.Before = call => call.IsWrite && call.Body.Contains("Legal review\"", StringComparison.Ordinal) ? Refusals.SalesforceUpdate(400, "CANNOT_EXECUTE_FLOW_TRIGGER", $"Error ID: {++tries}.") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        for (var cycle = 0; cycle < 5; cycle++) await world.SyncAsync();

        Assert.Equal(1, tries);
        Assert.Contains("Error ID: 1.", world.Field(record, "Sync_Error__c"), StringComparison.Ordinal);

        world.SellerEdits(record, new JsonObject { ["Additional_Comments__c"] = "It starts in May." });
        await world.SyncAsync();
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task A_record_that_failed_before_is_told_of_a_refusal_in_the_same_drain()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.Before = call => call.IsWrite ? Refusals.Salesforce(HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);
        Assert.Equal(1, (await world.Store.FindByRecordAsync(record, default))!.Failures);

        wire.Before = call => call.IsWrite && call.Body.Contains("Legal review\"", StringComparison.Ordinal) ? Refusals.SalesforceUpdate(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Name a start date.") : null;
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        await world.CycleAsync(sweep: false);
        Assert.Equal("Salesforce refused AWS's values: 'Name a start date.'. Ask your Salesforce admin.", world.Field(record, "Sync_Error__c"));
    }

    [Fact]
    public async Task What_another_process_changed_of_a_deal_since_it_became_due_is_not_written_over()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var (first, second) = (world.OpportunityId(records[0]), (await world.Store.FindByRecordAsync(records[1], default))!.Link.Id);
        wire.Before = call =>
        {
            if (call.Operation == "GetOpportunity" && call.Body.Contains(first, StringComparison.Ordinal))
                world.AnotherProcess().ChangeBaselineAsync(second, b => b with { Sequence = Math.Max(b.Sequence, 1000) }, [], default).GetAwaiter().GetResult();
            return null;
        };
        await EditAsync(world, records);
        Assert.Equal("Offer", NextStep(world, records[1]));
        Assert.InRange((await world.Store.GetAsync(second, default))!.Baseline.Sequence, 1000, long.MaxValue);
    }

    [Fact]
    public async Task A_field_that_Salesforce_refuses_is_named_to_the_seller_and_the_other_fields_are_written()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.Before = call => call.IsWrite && call.Body.Contains("Legal review", StringComparison.Ordinal)
            ? Refusals.SalesforceUpdate(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Name a date.", "Next_Step__c") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.ColleagueEdits(record, "Project.CustomerUseCase", "Database");
        await world.SyncAsync();
        Assert.Equal(("Kick-off", "Database"), (world.Field(record, "Next_Step__c"), world.Field(record, "Use_Case__c")));
        Assert.Equal("Next Step: Salesforce refused AWS's value: 'Name a date.'. Ask your Salesforce admin.", world.Field(record, "Sync_Error__c"));
        Assert.Equal("Needs attention", world.Field(record, "Sync_Status__c"));
    }

    [Fact]
    public async Task A_record_that_somebody_holds_is_updated_when_it_is_let_go()
    {
        await using var world = new World();
        var records = await ApprovedAsync(world);
        world.Emulated.Salesforce.Lock(world.Map.RecordType, records[0]);
        foreach (var record in records) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();
        Assert.Equal(["Kick-off", "Legal review", "Legal review"], records.Select(r => world.Field(r, "Next_Step__c")));

        world.Emulated.Salesforce.Unlock(world.Map.RecordType, records[0]);
        await world.SyncAsync();
        Assert.Equal("Legal review", world.Field(records[0], "Next_Step__c"));
    }

    [Fact]
    public async Task When_the_orgs_calls_are_used_up_nothing_more_is_asked_of_it_in_that_cycle()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var records = await ApprovedAsync(world);
        foreach (var record in records) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        var refused = 0;
        wire.Before = call => !call.IsWrite || ++refused == 0 ? null : Refusals.Salesforce(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var stopped = await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync(sweep: false));
        Assert.Equal(("REQUEST_LIMIT_EXCEEDED", 1), (stopped.Code, refused));
        Assert.All((await world.Store.LinksAsync(default)).Where(l => l.Link.OpportunityId is not null), l => Assert.Equal(0, l.Failures));

        wire.Before = null;
        await world.SyncAsync(40);
        Assert.All(records, r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
    }

    [Theory]
    [InlineData("down")]
    [InlineData("validation")]
    [InlineData("locked")]
    public async Task A_record_that_Salesforce_fails_on_stops_no_other(string how)
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var records = await ApprovedAsync(world);
        wire.Before = call => how == "down" && call.IsWrite && call.Body.Contains(records[0], StringComparison.Ordinal) ? Refusals.Salesforce(HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE") : null;
        wire.Refused = how switch
        {
            "down" => null,
            "locked" => new RefusedUpdate(records[0], 400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record"),
            _ => new RefusedUpdate(records[0], 400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask your manager."),
        };
        foreach (var record in records) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();

        // They went together in one call; from the second time on each goes alone.
        if (how == "down") await world.SyncAsync(40);
        Assert.Equal(["Kick-off", "Legal review", "Legal review"], records.Select(r => world.Field(r, "Next_Step__c")));

        (wire.Before, wire.Refused) = (null, null);

        // What was refused for certain is not sent again as it was; the next value is.
        var next = how == "validation" ? "Contract signed" : "Legal review";
        if (how == "validation") world.ColleagueEdits(records[0], "LifeCycle.NextSteps", next);
        await world.SyncAsync(40);
        Assert.Equal(next, world.Field(records[0], "Next_Step__c"));
    }

    [Theory]
    [InlineData("InternalError", true)]
    [InlineData("RequestThrottled", true)]
    [InlineData("OpportunityValidationFailed", false)]
    [InlineData("null", false)]
    public async Task A_submission_task_that_failed_is_started_anew_where_the_failure_may_pass_and_told_where_it_may_not(string reason, bool passes)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var tries = new List<string>();
        wire.Before = call =>
        {
            if (call.Operation != "StartEngagementFromOpportunityTask") return null;
            tries.Add(JsonNode.Parse(call.Body)!["ClientToken"]!.GetValue<string>());
            return tries.Count == 1 ? Refusals.FailedTask(reason, "The postal code is invalid.") : null;
        };
        var record = await world.SubmittedAsync(Deals.Northwind);

        Assert.Equal(passes ? 2 : 1, tries.Distinct().Count());
        Assert.Equal(passes ? "Submitted" : "Pending Submission", world.Field(record, "Status__c"));
        if (!passes) Assert.Contains("AWS refused: 'The postal code is invalid.'", world.Field(record, "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWS_turning_the_worker_away_stops_the_drain_and_is_reported_and_nothing_is_lost()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var writes = 0;
        wire.Before = call =>
        {
            if (call.Operation != "UpdateOpportunity") return null;
            writes++;
            return Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException");
        };
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var reported = await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());
        Assert.Equal(RemoteErrorKind.Unauthorised, reported.Kind);

        // The first might have been about its opportunity alone; the second tells.
        Assert.Equal(2, writes);

        wire.Before = null;
        await world.SyncAsync(40);
        Assert.All(records, r => Assert.Equal("Offer", NextStep(world, r)));
    }

    [Fact]
    public async Task An_opportunity_to_which_AWS_denies_access_stops_no_other()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var denied = world.OpportunityId(records[0]);
        wire.Before = call => call.Operation == "GetOpportunity" && call.Body.Contains(denied, StringComparison.Ordinal) ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        Assert.Equal(["Kick-off", "Offer", "Offer"], records.Select(r => NextStep(world, r)));
    }

    [Fact]
    public async Task An_opportunity_to_which_AWS_alone_denies_access_is_parked_and_its_seller_reads_it()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        var denied = world.OpportunityId(records[0]);
        wire.Before = call => call.Operation == "GetOpportunity" && call.Body.Contains(denied, StringComparison.Ordinal) ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 0; i < 40; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(10));
            foreach (var record in records[1..]) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = $"Offer {i}" });
            await world.CycleAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(40));
            await world.CycleAsync();
        }

        Assert.NotNull((await world.Store.FindByOpportunityAsync(denied, default))!.ParkedAt);
        Assert.Contains("Could not be synchronised", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_to_go_to_Salesforce_goes_though_AWS_turns_the_worker_away_and_who_was_turned_away_is_put_off()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var records = await ApprovedAsync(world);
        world.ColleagueEdits(records[0], "LifeCycle.NextSteps", "Offer");
        string[] denied = [world.OpportunityId(records[1]), world.OpportunityId(records[2])];
        wire.Before = call => call.Operation == "GetOpportunity" && denied.Any(d => call.Body.Contains(d, StringComparison.Ordinal)) ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());

        Assert.Equal("Offer", world.Field(records[0], "Next_Step__c"));
        Assert.All(records[1..], r => Assert.Equal(1, world.Store.FindByRecordAsync(r, default).Result!.Failures));
    }

    [Fact]
    public async Task What_was_to_go_to_Salesforce_when_that_turned_the_worker_away_is_not_taken_for_sent()
    {
        var (salesforce, aws) = (new Wire(), new Wire());
        await using var world = new World(aroundSalesforce: salesforce.Around, aroundPartnerCentral: aws.Around);
        var records = await ApprovedAsync(world);
        world.ColleagueEdits(records[0], "LifeCycle.NextSteps", "Offer");
        await world.Store.MarkAsync([new SyncWorker.State.Mark((await world.Store.FindByRecordAsync(records[0], default))!.Link.Id, SyncWorker.State.Priority.Referral)], default);
        world.SellerEdits(records[1], new JsonObject { ["Next_Step__c"] = "Contract" });
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        aws.After = call =>
        {
            // The first one's update waits for the others', of which the next is read again before its edit goes to AWS.
            if (call.Operation == "GetOpportunity" && call.Body.Contains(world.OpportunityId(records[1]), StringComparison.Ordinal)) salesforce.Before = s => Refusals.Salesforce(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED");
        };
        await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());
        Assert.Empty((await world.Store.FindByRecordAsync(records[0], default))!.Baseline.Sent);
    }

    [Fact]
    public async Task Salesforce_turning_the_worker_away_is_reported_and_nothing_is_lost()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var records = await ApprovedAsync(world);
        world.Emulated.Salesforce.EndSessions();
        wire.Before = call => call.Operation == "POST token" ? Refusals.Salesforce(HttpStatusCode.BadRequest, "invalid_client") : null;
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(RemoteErrorKind.Unauthorised, (await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync())).Kind);

        // A refused sign-in is not repeated at once, however often it is asked for.
        wire.Before = null;
        world.Clock.Advance(TokenSource.RefusedFor);
        await world.SyncAsync();
        Assert.All(records, r => Assert.Equal("Offer", NextStep(world, r)));
    }

    private static async Task<string[]> ApprovedAsync(World world) =>
        [await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso), await world.ApprovedAsync(Tailspin)];

    private static async Task EditAsync(World world, string[] records)
    {
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();
    }

    private static string? NextStep(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]?.GetValue<string>();
}
