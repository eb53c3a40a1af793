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
    public async Task The_opportunity_of_a_referral_that_was_accepted_meanwhile_goes_where_a_person_decides()
    {
        await using var day = new DayOne();
        day.World.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims intake"));
        await day.RunAsync(2);
        day.World.Emulated.PartnerCentral.AcceptInvitation(day.World.Invitation());
        var number = day.World.NumberOf("Claims intake");
        var record = day.World.Emulated.Salesforce.Create(day.World.Map.RecordType, new JsonObject { ["APN_CRM_Unique_Identifier__c"] = number }, Deals.Seller);
        await day.RunAsync(2);
        Assert.Equal(1, (await day.ApplyAsync(await day.ListAsync())).Adopted);
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync();

        Assert.Equal(1, day.Records);
        Assert.Equal(record, (await day.World.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.Equal("Claims intake", day.World.Field(record, "Partner_Project_Title__c"));
    }

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
