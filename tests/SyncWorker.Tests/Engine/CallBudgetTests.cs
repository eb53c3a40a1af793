using System.Text.Json.Nodes;
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
}
