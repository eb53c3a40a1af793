using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Engine;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

/// <summary>What <c>explain</c> and <c>plan</c> say of a connection, or a deal, that is not written.</summary>
public sealed class StandstillTests
{
    private readonly Wire _wire = new();

    [Fact]
    public async Task A_connection_that_writes_is_said_nothing_of()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        Assert.StartsWith("Clazar Id ", (await Typed.ExplainAsync(world, record)).Output, StringComparison.Ordinal);
        Assert.StartsWith("0 co-sell opportunities due, ", (await Typed.PlanAsync(world)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_observes_is_said_to_write_nothing_first()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await world.Store.ChangeConnectionAsync(c => c with { IsLive = false }, default);
        await AssertFirstAsync(world, record, "Observing: both sides are read and neither is written. Pair what exists at AWS with adopt, then go-live.");
    }

    [Fact]
    public async Task A_brake_that_holds_is_said_first_with_why_it_holds_and_what_releases_it()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var brake = new Brake(BrakeKind.ManyChanges, "5 of 6 linked records changed in one poll", world.Clock.GetUtcNow());
        await world.Store.ChangeConnectionAsync(c => c with { Brake = brake }, default);
        await AssertFirstAsync(world, record, $"The connection brakes: {brake.Words}");
    }

    [Fact]
    public async Task A_deal_beyond_those_that_the_connection_is_limited_to_is_said_to_wait_and_one_of_them_is_not()
    {
        await using var world = new World();
        var (named, other) = (await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso));
        await world.Store.ChangeConnectionAsync(c => c with { Only = [world.OpportunityId(named)] }, default);
        await AssertFirstAsync(world, other, $"Limited to {world.OpportunityId(named)}; all others are read and not written.");
        var waits = $"{world.OpportunityId(other)} waits: it is not among the deals that the connection is limited to. A bare go-live lifts that.";
        Assert.Contains(waits, (await Typed.ExplainAsync(world, other)).Output, StringComparison.Ordinal);
        Assert.Contains(waits, (await Typed.PlanAsync(world, other)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("waits: it is not among", (await Typed.ExplainAsync(world, named)).Output + (await Typed.PlanAsync(world, named)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_parked_deal_is_said_to_be_parked_since_when_and_what_releases_it_also_where_it_cannot_be_read(bool isReadAgain)
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var record = (await world.DealsAsync())[0];
        var poisoned = world.OpportunityId(record);
        _wire.Before = call => call.Operation == "GetOpportunity" && call.Body.Contains(poisoned, StringComparison.Ordinal) ? Refusals.Aws(HttpStatusCode.BadRequest, "ValidationException", "no way") : null;
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 0; i < 12; i++) await world.PassAsync();
        if (isReadAgain) _wire.Before = null;

        var link = (await world.Store.FindByRecordAsync(record, default))!;
        var parked = $"It is parked since {link.ParkedAt!.Value:yyyy-MM-dd HH:mm}Z, after 5 failures in a row. The log says why. It is tried again when somebody edits it, or with: syncworker retry {link.Link.Id}";
        foreach (var typed in (Typed[])[await Typed.ExplainAsync(world, record), await Typed.PlanAsync(world), await Typed.PlanAsync(world, record)])
        {
            Assert.Contains(parked, typed.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("9999", typed.Output, StringComparison.Ordinal);
            Assert.Equal(isReadAgain ? 0 : 1, typed.Exit);
        }
    }

    private static async Task AssertFirstAsync(World world, string record, string words)
    {
        Assert.Equal(words, (await Typed.ExplainAsync(world, record)).Output.Split('\n')[0].TrimEnd());
        Assert.Equal(words, (await Typed.PlanAsync(world)).Output.Split('\n')[0].TrimEnd());
        Assert.Equal(words, (await Typed.PlanAsync(world, record)).Output.Split('\n')[0].TrimEnd());
    }
}
