using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Commands;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A connection of six deals on which four are many.</summary>
public sealed class BrakeTests
{
    private const int Deals = 6;

    [Fact]
    public async Task Many_changes_in_one_poll_brake_and_after_the_release_what_was_held_goes()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..4], "Offer");

        Assert.Equal(BrakeKind.ManyChanges, (await HeldAsync(world))!.Kind);
        Assert.Equal("4 of 6 linked records changed in one poll of Salesforce", (await HeldAsync(world))!.Why);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));

        Assert.StartsWith("Released: 4 of 6 linked records changed", await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default), StringComparison.Ordinal);
        await world.CycleAsync(sweep: false);
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));
        Assert.Null(await HeldAsync(world));
    }

    [Fact]
    public async Task Many_changes_in_Partner_Central_brake_too()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        foreach (var record in records[..4]) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await PassAsync(world);
        Assert.Equal("4 of 6 linked records changed in one poll of Partner Central", (await HeldAsync(world))!.Why);
        Assert.All(records, r => Assert.Equal("First call with the customer.", world.Field(r, "Next_Step__c")));
    }

    [Fact]
    public async Task Half_of_the_records_may_change_and_few_records_may_change_whatever_their_share()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..3], "Offer");
        Assert.Null(await HeldAsync(world));
        Assert.All(records[..3], r => Assert.Equal("Offer", AtAws(world, r)));

        await using var small = new World();
        var few = await DealsAsync(small);
        await EditAsync(small, few, "Offer");
        Assert.Null(await HeldAsync(small));
    }

    [Fact]
    public async Task A_braked_connection_reads_on_and_writes_to_neither_side()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..4], "Offer");
        world.ColleagueEdits(records[5], "LifeCycle.NextSteps", "Legal review");
        world.Emulated.PartnerCentral.Create(Worlds.Deals.AtAws("New deal"));
        var before = world.Everything();
        world.Emulated.ClearCalls();
        for (var i = 0; i < 10; i++) await PassAsync(world, sweep: true);

        Assert.Equal(before, world.Everything());
        Assert.Contains(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("GetOpportunity", StringComparison.Ordinal));
        Assert.Equal(Deals + 1, (await world.Store.LinksAsync(default)).Count);

        await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default);
        await world.SyncAsync();
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));
        Assert.Equal("Legal review", world.Field(records[5], "Next_Step__c"));
        Assert.Equal("First call with the customer.", world.Field(world.RecordOf("New deal")["Id"]!.GetValue<string>(), "Next_Step__c"));
    }

    [Fact]
    public async Task What_a_brake_holds_is_not_read_again_and_again()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..4], "Offer");
        world.Emulated.ClearCalls();
        for (var i = 0; i < 20; i++) await PassAsync(world);
        Assert.DoesNotContain(world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("GetOpportunity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_brake_survives_restarts_and_goes_only_by_release()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..4], "Offer");
        await world.RestartAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SyncAsync();
        Assert.Equal(BrakeKind.ManyChanges, (await HeldAsync(world))!.Kind);
        Assert.All(records, r => Assert.Equal("First call with the customer.", AtAws(world, r)));
    }

    [Fact]
    public async Task A_released_cause_does_not_brake_again_after_a_restart_that_reads_it_again()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        await EditAsync(world, records[..4], "Offer");
        await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default);
        await world.RestartAsync();
        await PassAsync(world);
        Assert.Null(await HeldAsync(world));
        Assert.All(records[..4], r => Assert.Equal("Offer", AtAws(world, r)));

        // The next such cause does.
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await EditAsync(world, records[..4], "Second offer");
        Assert.NotNull(await HeldAsync(world));
    }

    [Fact]
    public async Task Our_own_writes_are_no_changes_to_a_process_that_did_not_make_them()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        for (var i = 0; i < 6; i++)
        {
            world.ColleagueEdits(records[i], "LifeCycle.NextSteps", "Legal review");
            await PassAsync(world);
        }

        Assert.All(records, r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
        await world.RestartAsync();
        await PassAsync(world);
        Assert.Null(await HeldAsync(world));
    }

    [Fact]
    public async Task A_brake_is_told_once_with_the_way_to_release_it_and_degrades_health()
    {
        await using var world = Braking();
        var records = await DealsAsync(world);
        var check = new BrakeCheck(world.Store);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext())).Status);
        await EditAsync(world, records[..4], "Offer");
        await PassAsync(world);

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
        await using var world = Braking();
        Assert.Equal("No brake holds.", await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default));
    }

    private static World Braking(Action<BrakeOptions>? settings = null) => new(services => services.PostConfigure<SyncOptions>(o =>
    {
        o.Brakes.RecordsMin = 4;
        settings?.Invoke(o.Brakes);
    }));

    private static async Task<string[]> DealsAsync(World world)
    {
        for (var i = 0; i < Deals; i++) world.Emulated.PartnerCentral.Create(Worlds.Deals.AtAws($"Deal {i}"));
        await world.SyncAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.SyncAsync();
        Assert.Null(await HeldAsync(world));
        return [.. world.Emulated.Salesforce.Records(world.Map.RecordType).Select(r => r!["Id"]!.GetValue<string>())];
    }

    private static async Task EditAsync(World world, string[] records, string nextStep)
    {
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = nextStep });
        await PassAsync(world);
    }

    private static async Task PassAsync(World world, bool sweep = false)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep);
    }

    private static async Task<Brake?> HeldAsync(World world) => (await world.Store.ConnectionAsync(default)).Brake;

    private static string AtAws(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>();
}
