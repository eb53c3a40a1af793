using SyncWorker.Commands;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

/// <summary>What <c>retry</c> and <c>release</c> promise.</summary>
public sealed class AnotherTryTests
{
    private const string Why = "Salesforce lists 0 records, and listed 6 before";

    [Fact]
    public async Task A_deal_is_tried_again_by_each_of_its_ids()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var (clazarId, opportunity) = (world.Field(record, "Clazar_Id__c")!, world.OpportunityNamed(Deals.Northwind));
        foreach (var id in (string[])[clazarId, world.OpportunityId(record), record, record[..15], opportunity, opportunity[..15]])
        {
            Assert.Equal($"Tried again with the next drain: {clazarId}.", await RetryAsync(world, id));
            Assert.True((await world.Store.GetAsync(clazarId, default))!.IsAsked);
            await world.SyncAsync();
        }
    }

    [Fact]
    public async Task While_the_connection_observes_another_try_waits_for_it_to_go_live()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await world.Store.ChangeConnectionAsync(c => c with { IsLive = false }, default);
        Assert.Equal(
            $"Marked to be tried again, and not tried yet: {world.Field(record, "Clazar_Id__c")}.\nObserving: both sides are read and neither is written. Pair what exists at AWS with adopt, then go-live.",
            await RetryAsync(world, record));
    }

    [Fact]
    public async Task While_a_brake_holds_another_try_waits_for_its_release()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var brake = new Brake(BrakeKind.EmptySide, Why, world.Clock.GetUtcNow());
        await world.Store.ChangeConnectionAsync(c => c with { Brake = brake }, default);
        Assert.Equal($"Marked to be tried again, and not tried yet: {world.Field(record, "Clazar_Id__c")}.\nThe connection brakes: {brake.Words}", await RetryAsync(world, record));
    }

    [Fact]
    public async Task Of_the_deals_in_trouble_those_wait_to_which_the_connection_is_not_limited()
    {
        await using var world = new World();
        var (named, other) = (await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso));
        foreach (var record in (string[])[named, other]) await world.Store.FailAsync(world.Field(record, "Clazar_Id__c")!, 5, world.Clock.GetUtcNow(), null, default);
        await world.Store.ChangeConnectionAsync(c => c with { Only = [world.OpportunityId(named)] }, default);
        Assert.Equal(
            $"Tried again with the next drain: {world.Field(named, "Clazar_Id__c")}.\nMarked to be tried again, and not tried yet: {world.Field(other, "Clazar_Id__c")}.\n{world.OpportunityId(other)} waits: it is not among the deals that the connection is limited to. A bare go-live lifts that.",
            await RetryAsync(world, null));
    }

    [Fact]
    public async Task What_a_released_brake_held_waits_while_the_connection_observes()
    {
        await using var world = new World();
        await world.Store.ChangeConnectionAsync(c => c with { IsLive = false, Brake = new Brake(BrakeKind.EmptySide, Why, world.Clock.GetUtcNow()) }, default);
        Assert.Equal(
            $"Released: {Why}. What was held does not go yet.\nObserving: both sides are read and neither is written. Pair what exists at AWS with adopt, then go-live.",
            await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default));
    }

    [Fact]
    public async Task A_released_brake_lets_go_what_the_connection_is_limited_to()
    {
        await using var world = new World();
        await world.Store.ChangeConnectionAsync(c => c with { IsLive = true, Only = ["O77"], Brake = new Brake(BrakeKind.EmptySide, Why, world.Clock.GetUtcNow()) }, default);
        Assert.Equal(
            $"Released: {Why}. What was held goes with the next pass of the service.\nLimited to O77; all others are read and not written.",
            await ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default));
    }

    private static Task<string> RetryAsync(World world, string? id) => RetryCommand.RetryAsync(world.Store, id, default);
}
