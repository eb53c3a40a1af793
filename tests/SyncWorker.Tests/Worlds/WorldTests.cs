using System.Text.Json.Nodes;

namespace SyncWorker.Tests.Worlds;

public sealed class WorldTests
{
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
