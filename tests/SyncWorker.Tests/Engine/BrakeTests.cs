using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Commands;
using SyncWorker.Health;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class BrakeTests
{
    [Fact]
    public async Task Many_changes_in_one_poll_brake_and_after_the_release_what_was_held_goes()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..4], "Offer");

        Assert.Equal(BrakeKind.ManyChanges, (await world.BrakeAsync())!.Kind);
        Assert.Equal("4 of 6 linked records changed in one poll of Salesforce", (await world.BrakeAsync())!.Why);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));

        Assert.StartsWith("Released: 4 of 6 linked records changed", await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default), StringComparison.Ordinal);
        await world.CycleAsync(sweep: false);
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task Many_changes_in_Partner_Central_brake_too()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        foreach (var record in records[..4]) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.PassAsync();
        Assert.Equal("4 of 6 linked records changed in one poll of Partner Central", (await world.BrakeAsync())!.Why);
        Assert.All(records, r => Assert.Equal("First call with the customer.", world.Field(r, "Next_Step__c")));
    }

    [Fact]
    public async Task Half_of_the_records_may_change_and_few_records_may_change_whatever_their_share()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..3], "Offer");
        Assert.Null(await world.BrakeAsync());
        Assert.All(records[..3], r => Assert.Equal("Offer", AtAws(world, r)));

        await using var small = new World();
        var few = await small.DealsAsync();
        await EditAsync(small, few, "Offer");
        Assert.Null(await small.BrakeAsync());
    }

    [Fact]
    public async Task A_braked_connection_reads_on_and_writes_to_neither_side()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..4], "Offer");
        world.ColleagueEdits(records[5], "LifeCycle.NextSteps", "Legal review");
        world.Emulated.PartnerCentral.Create(Deals.AtAws("New deal"));
        var before = world.Everything();
        world.Emulated.ClearCalls();
        for (var i = 0; i < 10; i++) await world.PassAsync(sweep: true);

        Assert.Equal(before, world.Everything());
        Assert.Contains(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("GetOpportunity", StringComparison.Ordinal));
        Assert.Equal(BrakedWorlds.Deals + 1, (await world.Store.LinksAsync(default)).Count);

        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));
        Assert.Equal("Legal review", world.Field(records[5], "Next_Step__c"));
        Assert.Equal("First call with the customer.", world.Field(world.RecordOf("New deal")["Id"]!.GetValue<string>(), "Next_Step__c"));
    }

    [Fact]
    public async Task What_a_brake_holds_is_not_read_again_and_again()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..4], "Offer");
        world.Emulated.ClearCalls();
        for (var i = 0; i < 20; i++) await world.PassAsync();
        Assert.DoesNotContain(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("GetOpportunity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_brake_survives_restarts_and_goes_only_by_release()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..4], "Offer");
        await world.RestartAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SyncAsync();
        Assert.Equal(BrakeKind.ManyChanges, (await world.BrakeAsync())!.Kind);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));
    }

    [Fact]
    public async Task A_released_cause_does_not_brake_again_after_a_restart_that_reads_it_again()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await EditAsync(world, records[..4], "Offer");
        await world.ReleaseAsync();
        await world.RestartAsync();
        await world.PassAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));

        // The next such cause does.
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await EditAsync(world, records[..4], "Second offer");
        Assert.NotNull(await world.BrakeAsync());
    }

    [Fact]
    public async Task Our_own_writes_are_no_changes_to_a_process_that_did_not_make_them()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        for (var i = 0; i < 6; i++)
        {
            world.ColleagueEdits(records[i], "LifeCycle.NextSteps", "Legal review");
            await world.PassAsync();
        }

        Assert.All(records, r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
        await world.RestartAsync();
        await world.PassAsync();
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task Many_changes_while_another_brake_holds_hold_on_after_its_release()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        await world.Store.ChangeConnectionAsync(s => s with { Brake = new Brake(BrakeKind.EmptySide, "Salesforce lists 0 records, and listed 6 before", world.Clock.GetUtcNow()) }, default);
        await EditAsync(world, records[..4], "Offer");
        Assert.Contains("Released, it holds on: 4 of 6 linked records changed in one poll of Salesforce.", (await world.BrakeAsync())!.Words, StringComparison.Ordinal);

        Assert.Contains("The connection holds on: 4 of 6 linked records changed", await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default), StringComparison.Ordinal);
        await world.SyncAsync();
        Assert.Equal(BrakeKind.ManyChanges, (await world.BrakeAsync())!.Kind);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));

        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_changes_that_a_poll_met_and_did_not_come_to_its_end_none_goes_before_they_are_counted(bool restarts)
    {
        FailingStore? store = null;
        await using var world = BrakedWorlds.World(configure: services => store = FailingStore.Around(services));
        var records = await world.DealsAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        foreach (var record in records[..5]) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        var marks = 0;
        store!.Fails = call => call == nameof(ISyncStore.MarkAsync) && ++marks == 5;
        await Assert.ThrowsAsync<IOException>(() => world.CycleAsync(sweep: false));

        if (restarts) await world.RestartAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<Connections.Connection>().DrainAsync(default));
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));
        Assert.Contains("has not come to its end", (await world.Store.ConnectionAsync(default)).WhyNothingIsWritten, StringComparison.Ordinal);
        Assert.Contains("has not come to its end", Assert.Single(Commands.Status.Standstill.Of(await world.Store.ConnectionAsync(default))), StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await new BrakeCheck(world.Store).CheckHealthAsync(new HealthCheckContext())).Status);

        await world.PassAsync();
        Assert.Equal("5 of 6 linked records changed in one poll of Salesforce", (await world.BrakeAsync())!.Why);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));
    }

    [Fact]
    public async Task A_brake_is_told_once_with_the_way_to_release_it_and_degrades_health()
    {
        await using var world = BrakedWorlds.World();
        var records = await world.DealsAsync();
        var check = new BrakeCheck(world.Store);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        await EditAsync(world, records[..4], "Offer");
        await world.PassAsync();

        var told = Assert.Single(world.Logs.Lines, l => l.Contains("brakes", StringComparison.Ordinal));
        Assert.StartsWith("Error: The connection brakes (ManyChanges): 4 of 6 linked records changed in one poll of Salesforce.", told, StringComparison.Ordinal);
        Assert.Contains("syncworker release", told, StringComparison.Ordinal);
        var health = await check.CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.EndsWith("syncworker release", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_brake_there_is_nothing_to_release()
    {
        await using var world = BrakedWorlds.World();
        Assert.Equal("No brake holds.", await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default));
    }

    private static async Task EditAsync(World world, string[] records, string nextStep)
    {
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = nextStep });
        await world.PassAsync();
    }

    private static string AtAws(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>();
}
