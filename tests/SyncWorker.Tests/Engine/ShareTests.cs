using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A share that makes no draft is told to whoever reads the log.</summary>
public sealed class ShareTests
{
    [Fact]
    public async Task A_share_beside_a_record_that_is_there_is_told_once()
    {
        await using var world = new World();
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["Opportunity__c"] = opportunity }, Deals.Seller);
        await world.SyncAsync();
        Assert.Empty(Told(world));

        Edit(world, CoSellFields.ShareWithAws, true);
        await world.SyncAsync();
        var told = Assert.Single(Told(world));
        Assert.Contains($"{opportunity} makes no new draft: {(await world.Store.FindByRecordAsync(record, default))!.Link.Id} is known for it", told, StringComparison.Ordinal);

        Edit(world, "NextStep", "Call");
        await world.SyncAsync();
        Assert.Single(Told(world));
    }

    [Fact]
    public async Task A_share_whose_draft_was_deleted_is_told_once_and_one_that_has_its_draft_is_not()
    {
        await using var world = new World();
        var draft = await world.SharedAsync(Deals.Northwind);
        Edit(world, "NextStep", "Call");
        await world.SyncAsync();
        Assert.Empty(Told(world));

        world.Emulated.Salesforce.Delete(world.Map.RecordType, draft, Deals.Seller);
        Edit(world, CoSellFields.ShareWithAws, false);
        await world.SyncAsync();
        Edit(world, CoSellFields.ShareWithAws, true);
        await world.SyncAsync();
        Edit(world, "NextStep", "Meet");
        await world.SyncAsync();
        Assert.Single(Told(world));
        Assert.Empty(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Fact]
    public async Task Shares_that_nobody_changes_are_told_neither_by_the_first_poll_nor_by_a_sweep()
    {
        await using var world = new World();
        world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["Opportunity__c"] = world.OpportunityNamed(Deals.Northwind) }, Deals.Seller);
        Edit(world, CoSellFields.ShareWithAws, true);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.SyncAsync();
        await world.RestartAsync();
        await world.SyncAsync();
        Assert.Empty(Told(world));
    }

    private static void Edit(World world, string field, JsonNode value) =>
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [field] = value }, Deals.Seller);

    private static string[] Told(World world) => [.. world.Logs.Lines.Where(l => l.StartsWith("Information: Share With AWS", StringComparison.Ordinal))];
}
