using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using SyncWorker.Connections;
using SyncWorker.Core.Opportunities;
using SyncWorker.Hosting;
using SyncWorker.Tests.Hosting;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

public sealed class ObservingTests
{
    private static readonly Dictionary<string, string?> Shipped = new() { ["Sync:StartLive"] = "false" };

    [Fact]
    public async Task A_new_connection_reads_both_sides_and_writes_neither()
    {
        await using var world = new World(settings: Shipped);
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, Deals.Complete(), Deals.Seller);
        var before = world.Everything();
        for (var cycle = 0; cycle < 5; cycle++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(15));
            await world.CycleAsync();
        }

        Assert.Equal(before, world.Everything());
        Assert.Equal(record, Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["Id"]!.GetValue<string>());
        Assert.Empty(world.AwsWrites());
        Assert.Contains(world.Emulated.PartnerCentral.Calls, c => c.Operation == "ListOpportunities");
        Assert.Contains(world.Emulated.Salesforce.Calls, c => c.Operation.Contains("composite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_passed_over_while_it_observed_is_taken_up_once_it_is_live_also_by_another_process()
    {
        await using var world = new World(settings: Shipped);
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        for (var cycle = 0; cycle < 3; cycle++) await world.CycleAsync();
        await world.Store.ChangeConnectionAsync(c => c with { IsLive = true }, default);
        await world.RestartAsync();
        for (var cycle = 0; cycle < 4; cycle++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(15));
            await world.CycleAsync(sweep: false);
        }

        Assert.Equal("Claims intake", world.RecordOf("Claims intake")["Partner_Project_Title__c"]!.GetValue<string>());
        Assert.Equal(2, world.Emulated.Salesforce.Records(world.Map.RecordType).Count);
    }

    [Fact]
    public async Task A_store_that_has_started_keeps_its_word_whatever_the_setting_says_later()
    {
        await using var world = new World(settings: Shipped);
        await world.CycleAsync();
        Assert.True((await world.Store.ConnectionAsync(default)).IsStarted);
        var other = new Mode(world.Store, new GivenOptions<SyncOptions>(() => new SyncOptions { StartLive = true }), NullLogger<Mode>.Instance);
        Assert.False((await other.EnterAsync(default)).IsLive);
    }
}
