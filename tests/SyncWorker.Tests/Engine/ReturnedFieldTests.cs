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
        Assert.StartsWith("Next Step would be blanked at AWS, first of O", brake.Why, StringComparison.Ordinal);
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
