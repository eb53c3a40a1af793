using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Polling;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Polling;

/// <summary>A seller shares an Opportunity and makes its co-sell record by hand: Share With AWS makes no second one beside it.</summary>
public sealed class SharedOpportunityTests
{
    [Fact]
    public async Task An_Opportunity_whose_record_stands_on_a_later_page_gets_no_second_one()
    {
        await using var world = ManyDeals.World(new CallTally());
        for (var i = 0; i < 500; i++) world.Emulated.Salesforce.Create(world.Map.RecordType, [], Deals.Seller);
        Share(world);
        var record = MakeByHand(world);
        await PollAsync(world);
        await HasOneLinkAsync(world, record);
    }

    [Fact]
    public async Task An_Opportunity_whose_record_is_found_only_once_a_set_clock_is_noticed_gets_no_second_one()
    {
        await using var world = ManyDeals.World(new CallTally());

        // Where no row follows the Opportunity, its stamp does not lead to the record.
        var maps = world.Part<MapHolder>();
        maps.Disable([.. maps.Current.Rows.Where(r => r.Follows is not null).Select(r => r.Label)]);
        await PollAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Share(world);
        world.Theirs.Ahead -= TimeSpan.FromHours(1);
        var record = MakeByHand(world);
        await PollAsync(world);
        await HasOneLinkAsync(world, record);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    public async Task An_Opportunity_whose_record_only_the_sweep_finds_gets_no_second_one(int others)
    {
        await using var world = ManyDeals.World(new CallTally());
        for (var i = 0; i < others; i++) world.Emulated.Salesforce.Create(world.Map.RecordType, [], Deals.Seller);
        Share(world);
        var record = MakeByHand(world);
        await world.PassAsync(() => world.Part<SalesforcePoll>().SweepAsync(default));
        await HasOneLinkAsync(world, record);
    }

    [Fact]
    public async Task An_Opportunity_to_which_a_known_record_is_mapped_meanwhile_gets_no_second_one_though_that_is_not_settled_yet()
    {
        await using var world = ManyDeals.World(new CallTally());
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, [], Deals.Seller);
        await world.SettleAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Share(world);
        world.Emulated.Salesforce.Edit(world.Map.RecordType, record, new JsonObject { [CoSellFields.Opportunity] = world.OpportunityNamed(Deals.Northwind) }, Deals.Seller);
        await PollAsync(world);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await PollAsync(world);
        await world.SettleAsync();
        await HasOneLinkAsync(world, record);
    }

    private static void Share(World world) =>
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);

    private static string MakeByHand(World world) =>
        world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [CoSellFields.Opportunity] = world.OpportunityNamed(Deals.Northwind) }, Deals.Seller);

    private static Task PollAsync(World world) => world.PassAsync(() => world.Part<SalesforcePoll>().RunAsync(default));

    private static async Task HasOneLinkAsync(World world, string record)
    {
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        Assert.Equal(record, Assert.Single(await world.Store.LinksAsync(default), l => l.Link.MappedObjectId == opportunity).Link.RecordId);
    }
}
