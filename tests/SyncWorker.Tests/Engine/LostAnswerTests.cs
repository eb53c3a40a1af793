using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class LostAnswerTests
{
    // Long enough for a write whose answer was lost to count as landed or gone.
    private const int Rounds = 60;

    [Theory]
    [InlineData("CreateOpportunity", 1)]
    [InlineData("CreateOpportunity", 3)]
    [InlineData("CreateOpportunity", 7)]
    [InlineData("AssociateOpportunity", 1)]
    [InlineData("AssociateOpportunity", 3)]
    [InlineData("StartEngagementFromOpportunityTask", 1)]
    [InlineData("StartEngagementFromOpportunityTask", 4)]
    public async Task A_lost_answer_of_AWS_after_the_effect_makes_no_second_opportunity_and_loses_nothing(string operation, int times)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == operation, times);
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync(Rounds);

        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        var opportunity = world.AtPartnerCentral(record);
        Assert.Equal("Submitted", opportunity["LifeCycle"]!["ReviewStatus"]!.GetValue<string>());
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        Assert.Equal("""["S-0051244"]""", opportunity["RelatedEntityIdentifiers"]!["Solutions"]!.ToJsonString());
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_lost_answer_of_an_insert_in_Salesforce_makes_no_second_record(int times)
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        wire.LoseAnswers(c => c.Operation == "POST AWS_Co_Sell_Opportunity__c", times);
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        await world.SyncAsync(Rounds);

        Assert.Equal("Northwind Traders", world.RecordOf(Deals.Northwind)["Customer_Company_Name__c"]!.GetValue<string>());
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_lost_answer_of_an_update_at_AWS_loses_nothing_and_a_colleagues_edit_meanwhile_stands(int times)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == "UpdateOpportunity", times);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();
        world.ColleagueEdits(record, "Project.SalesActivities", new JsonArray("Conducted POC / Demo"));
        await world.SyncAsync(Rounds);

        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("Offer", world.Field(record, "Next_Step__c"));
        Assert.Equal("Conducted POC / Demo", world.Field(record, "Sales_Activities__c"));
    }

    [Fact]
    public async Task A_colleague_who_overwrites_an_update_whose_answer_was_lost_is_not_overwritten_in_turn()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == "UpdateOpportunity");
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync(Rounds);

        Assert.Equal("Legal review", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Contains(await world.Store.JournalAsync(null, default), j => j.Kind == "loser" && j.Row == "Next Step" && JsonNode.Parse(j.Detail)!["Value"]!.GetValue<string>() == "Offer");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_lost_answer_of_an_update_in_Salesforce_loses_nothing_and_a_sellers_edit_meanwhile_stands(int times)
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.IsWrite, times);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.SellerEdits(record, new JsonObject { ["Additional_Comments__c"] = "Ask Priya." });
        await world.SyncAsync(Rounds);

        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Equal("Ask Priya.", world.AtPartnerCentral(record)["Project"]!["AdditionalComments"]!.GetValue<string>());
        Assert.Equal("Legal review", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }
}
