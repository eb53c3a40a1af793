using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class CallBudgetTests
{
    [Fact]
    public async Task An_idle_cycle_costs_one_Salesforce_call_and_the_two_AWS_list_calls()
    {
        await using var world = new World();
        await world.ApprovedAsync(Deals.Northwind);
        await world.SubmittedAsync(Deals.Contoso);
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);
        world.Emulated.ClearCalls();

        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);

        Assert.Equal(["POST composite"], world.Emulated.Salesforce.Calls.Select(c => c.Operation));
        Assert.Equal(["ListOpportunities", "ListEngagementInvitations"], world.Emulated.PartnerCentral.Calls.Select(c => c.Operation.Split('.')[^1]));
    }

    [Fact]
    public async Task Create_with_one_solution_and_submit_cost_three_AWS_writes()
    {
        await using var world = new World();
        await world.SubmittedAsync(Deals.Northwind);
        Assert.Equal(["CreateOpportunity", "AssociateOpportunity", "StartEngagementFromOpportunityTask"], world.AwsWrites());
    }

    [Fact]
    public async Task A_submission_that_takes_a_minute_is_sent_once_and_asked_after_by_reads()
    {
        await using var world = new World();
        world.Emulated.PartnerCentralOptions.TaskDuration = TimeSpan.FromMinutes(1);
        var record = await world.SubmittedAsync(Deals.Northwind);
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        Assert.Contains(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("ListEngagementFromOpportunityTasks", StringComparison.Ordinal));
        Assert.Single(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("StartEngagementFromOpportunityTask", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_of_three_rows_cost_one_AWS_write()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.ClearCalls();
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer", ["Use_Case__c"] = "Database", ["Expected_Monthly_AWS_Revenue__c"] = 15000 });
        await world.SyncAsync();
        Assert.Equal(["UpdateOpportunity"], world.AwsWrites());
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_solution_that_the_worker_associates_is_no_chance_for_which_to_read_the_record_again()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.ClearCalls();
        world.SellerEdits(record, new JsonObject { ["Solution_Offered__c"] = "S-0051244;S-0052871" });
        await world.SyncAsync();

        Assert.Equal(["AssociateOpportunity"], world.AwsWrites());
        Assert.Equal(3, world.Emulated.Salesforce.Calls.Count(c => c.Operation == "GET query"));
    }

    [Fact]
    public async Task Due_co_sell_records_that_need_nothing_are_read_by_one_call_together()
    {
        await using var world = new World();
        await world.ApprovedAsync(Deals.Northwind);
        await world.SubmittedAsync(Deals.Contoso);
        world.Emulated.ClearCalls();

        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: true);

        // The poll, the sweep's list, and the records.
        Assert.Equal(["POST composite", "POST composite", "GET query"], world.Emulated.Salesforce.Calls.Select(c => c.Operation));
    }

    [Fact]
    public async Task A_change_at_AWS_costs_at_most_1_1_calls_besides_AWS_s_own_view()
    {
        const int Deals = 1000;
        var tally = new CallTally();
        await using var world = ManyDeals.World(tally);
        var records = await world.SettledAsync(Deals);
        tally.Clear();

        foreach (var record in records)
        {
            world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
            world.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await world.SettleAsync();

        // A read of AWS's own view comes to each after the submission.
        Assert.All(records, r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
        Assert.Equal(Deals, tally["GetOpportunity"]);
        Assert.True(tally.Total <= Deals * 1.1, tally.ToString());
    }

    [Fact]
    public async Task A_tick_taken_back_after_its_batch_was_read_submits_nothing()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        string[] records = [await world.CompletedAsync(Deals.Northwind), await world.CompletedAsync(Deals.Contoso)];
        foreach (var record in records) world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        wire.After = call =>
        {
            if (call.Operation != "CreateOpportunity") return;
            foreach (var record in records) world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = false });
        };

        await world.SyncAsync();

        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
    }
}
