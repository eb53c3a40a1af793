using System.Text.Json.Nodes;

namespace SyncWorker.Tests.Worlds;

public sealed class WorldTests
{
    [Fact]
    public async Task Share_With_AWS_makes_no_second_record_beside_one_that_the_seller_made_meanwhile()
    {
        await using var world = new World();
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        world.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["Share_With_AWS__c"] = true }, Deals.Seller);
        world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["Opportunity__c"] = opportunity }, Deals.Seller);
        await world.SyncAsync();
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Fact]
    public async Task Share_With_AWS_makes_a_draft_and_nothing_at_AWS()
    {
        await using var world = new World();
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed("Northwind data lake migration"), new JsonObject { ["Share_With_AWS__c"] = true }, "ana.silva@example.com");
        await world.SyncAsync();
        var record = world.RecordOf("Northwind data lake migration");
        Assert.Equal("Draft", record["Sync_Status__c"]!.GetValue<string>());
        Assert.Empty(world.Emulated.PartnerCentral.Opportunities());
    }
}
