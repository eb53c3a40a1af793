using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A field that was gone is in the org again: what it holds then is tried before anything is written by it.</summary>
public sealed class ReturnedFieldTests
{
    [Fact]
    public async Task A_field_that_was_made_anew_and_is_empty_blanks_nothing_at_AWS_before_a_person_looked()
    {
        var org = new OrgChanges();
        await using var world = BrakedWorlds.World(aroundSalesforce: org.Around);
        var records = await world.DealsAsync();
        await GoneAsync(world, org);
        org.MakeAnew("Next_Step__c");
        var before = world.Everything();
        await BackAsync(world);

        var brake = (await world.BrakeAsync())!;
        Assert.Equal(BrakeKind.ChangedMap, brake.Kind);
        Assert.StartsWith("Next Step would be overwritten at AWS, first of O", brake.Why, StringComparison.Ordinal);
        Assert.Equal(before, world.Everything());

        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records, r => Assert.Null(world.AtPartnerCentral(r)["LifeCycle"]!["NextSteps"]));
    }

    [Fact]
    public async Task A_field_that_is_back_with_its_values_holds_nothing_back_and_neither_does_one_that_comes_back_after_a_restart()
    {
        var org = new OrgChanges();
        await using var world = BrakedWorlds.World(aroundSalesforce: org.Around);
        var records = await world.DealsAsync();
        await GoneAsync(world, org);
        await world.RestartAsync();
        org.Show();
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Offer" });
        await BackAsync(world);
        Assert.Null(await world.BrakeAsync());
        Assert.Equal("Offer", world.AtPartnerCentral(records[0])["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Empty((await world.Store.ConnectionAsync(default)).LeftOut);
    }

    [Fact]
    public async Task A_field_that_goes_once_more_is_tried_once_more()
    {
        var org = new OrgChanges();
        await using var world = BrakedWorlds.World(aroundSalesforce: org.Around);
        await world.DealsAsync();
        await GoneAsync(world, org);
        org.Show();
        await BackAsync(world);
        Assert.Null(await world.BrakeAsync());

        await GoneAsync(world, org);
        org.MakeAnew("Next_Step__c");
        var before = world.Everything();
        await BackAsync(world);
        Assert.Equal(BrakeKind.ChangedMap, (await world.BrakeAsync())?.Kind);
        Assert.Equal(before, world.Everything());
    }

    [Fact]
    public async Task What_a_row_says_where_its_field_is_empty_overwrites_nothing_either()
    {
        var org = new OrgChanges();
        await using var world = BrakedWorlds.World(aroundSalesforce: org.Around);
        var records = await world.DealsAsync();
        world.ColleagueEdits(records[0], "Customer.Account.Industry", "Government");
        world.ColleagueEdits(records[0], "NationalSecurity", "Yes");
        await world.SyncAsync();
        Assert.Equal("Yes", world.Field(records[0], "National_Security__c"));
        org.Hide("National_Security__c");
        await world.PassAsync(sweep: true);
        org.MakeAnew("National_Security__c");
        await BackAsync(world);
        Assert.StartsWith("National Security would be overwritten at AWS", (await world.BrakeAsync())?.Why, StringComparison.Ordinal);
        Assert.Equal("Yes", world.AtPartnerCentral(records[0])["NationalSecurity"]!.GetValue<string>());
    }

    private static async Task GoneAsync(World world, OrgChanges org)
    {
        org.Hide("Next_Step__c");
        await world.PassAsync(sweep: true);
        Assert.Equal(["Next Step"], (await world.Store.ConnectionAsync(default)).LeftOut);
    }

    private static async Task BackAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.SyncAsync();
    }
}
