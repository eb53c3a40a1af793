using System.Text.Json.Nodes;
using SyncWorker.Commands;
using SyncWorker.Commands.Status;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A tool in the org and another one at AWS want the same field otherwise.</summary>
public sealed class OtherToolTests
{
    private const string Theirs = "First call with the customer.";

    [Fact]
    public async Task A_field_that_another_tool_keeps_changing_is_held_and_told_until_a_person_asks()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await ChaseAsync(world, records[0]);
        await world.SyncAsync();

        Assert.Equal(("Offer", Theirs), (world.Field(records[0], "Next_Step__c"), AtAws(world, records[0])));
        Assert.Contains("Next Step: another tool keeps changing it back in Partner Central. Have that tool stopped, or change the field again; otherwise it goes on after a day of quiet.", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
        Assert.StartsWith("Next Step is held since 2026-11-23 09:", Assert.Single((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of)).Words, StringComparison.Ordinal);
        Assert.Null(await world.BrakeAsync());

        // The tool is stopped. AWS's value is the later one, as it was when the row came to be held.
        Assert.StartsWith("Tried again with the next drain: ", await RetryCommand.RetryAsync(world.Store, world.OpportunityId(records[0]), default), StringComparison.Ordinal);
        await world.SyncAsync();
        Assert.Equal(world.Field(records[0], "Next_Step__c"), AtAws(world, records[0]));
        Assert.DoesNotContain("another tool", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
        Assert.Empty((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of));
    }

    [Fact]
    public async Task Three_such_records_within_a_day_brake_and_the_same_three_do_not_brake_again()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await ChaseAsync(world, records[0]);
        await ChaseAsync(world, records[1]);
        Assert.Null(await world.BrakeAsync());
        await ChaseAsync(world, records[2]);
        Assert.Equal((BrakeKind.AnotherTool, "another tool keeps changing rows of 3 records back"), ((await world.BrakeAsync())!.Kind, (await world.BrakeAsync())!.Why));

        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records[..3], r => Assert.Equal(("Offer", Theirs), (world.Field(r, "Next_Step__c"), AtAws(world, r))));
    }

    [Fact]
    public async Task After_a_day_of_quiet_the_field_goes_by_itself()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await ChaseAsync(world, records[0]);
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.SyncAsync();
        Assert.Equal(world.Field(records[0], "Next_Step__c"), AtAws(world, records[0]));
        Assert.DoesNotContain("another tool", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_operator_does_not_want_it_nothing_is_held()
    {
        await using var world = BrakedWorlds.World(b => b.OtherTools = false);
        var records = await world.DealsAsync();
        await ChaseAsync(world, records[0]);
        await world.SyncAsync();
        Assert.Equal((Theirs, Theirs), (world.Field(records[0], "Next_Step__c"), AtAws(world, records[0])));
    }

    /// <summary>Each tool has its turn twice.</summary>
    private static async Task ChaseAsync(World world, string record)
    {
        for (var i = 0; i < 2; i++)
        {
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
            await world.PassAsync();
            Assert.Equal("Offer", AtAws(world, record));
            world.ColleagueEdits(record, "LifeCycle.NextSteps", Theirs);
            await world.PassAsync();
        }
    }

    private static string AtAws(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>();
}
