using System.Text.Json.Nodes;
using SyncWorker.PartnerCentral;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A worker whose connection another process took over meanwhile.</summary>
public sealed class TakenOverTests
{
    [Fact]
    public async Task It_begins_no_pass_any_more_and_asks_neither_side_for_anything()
    {
        await using var world = new World();
        await world.Store.TakeOverAsync(default);
        await world.ApprovedAsync(Deals.Northwind);
        await world.AnotherProcess().TakeOverAsync(default);
        world.Emulated.ClearCalls();

        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<TakenOverException>(() => world.CycleAsync());
        Assert.Empty(world.Emulated.Salesforce.Calls);
        Assert.Empty(world.Emulated.PartnerCentral.Calls);
    }

    [Fact]
    public async Task It_stops_in_the_middle_of_a_settle_and_leaves_what_is_to_be_sent_to_the_other()
    {
        await using var world = new World();
        await world.Store.TakeOverAsync(default);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Call on Monday" });
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Emulated.ClearCalls();
        world.Emulated.PartnerCentral.Intercept = request =>
        {
            if (!request.Headers.GetValues(PartnerCentralClient.Target).Single().EndsWith(".GetOpportunity", StringComparison.Ordinal)) return null;
            world.Emulated.PartnerCentral.Intercept = null;
            world.AnotherProcess().TakeOverAsync(default).GetAwaiter().GetResult();
            return null;
        };

        await Assert.ThrowsAsync<TakenOverException>(() => world.CycleAsync());
        Assert.Null(world.Emulated.PartnerCentral.Intercept);
        Assert.Empty(world.AwsWrites());
        var due = Assert.Single(await world.AnotherProcess().LinksAsync(default));
        Assert.Equal((true, 0, 0), (due.Due > due.Cleared, due.Failures, due.Baseline.Sent.Length));
        Assert.DoesNotContain(world.Logs.Lines, l => l.StartsWith("Warning", StringComparison.Ordinal) || l.StartsWith("Error", StringComparison.Ordinal));

        await world.RestartAsync();
        await world.Store.TakeOverAsync(default);
        await world.SyncAsync();
        Assert.Equal("Call on Monday", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(["UpdateOpportunity"], world.AwsWrites());
    }
}
