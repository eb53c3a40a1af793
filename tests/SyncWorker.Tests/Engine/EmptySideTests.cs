using System.Text;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class EmptySideTests
{
    [Fact]
    public async Task An_org_that_lists_few_of_its_records_brakes_once()
    {
        await using var world = BrakedWorlds.World(b => b.ChangedShare = 1);
        var records = await world.DealsAsync();
        foreach (var record in records[..4]) world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        await world.PassAsync(sweep: true);
        Assert.Equal((BrakeKind.EmptySide, "Salesforce lists 2 records, and listed 6 before"), await HeldAsync(world));

        await world.ReleaseAsync();
        await world.PassAsync(sweep: true);
        await world.PassAsync(sweep: true);
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task A_Partner_Central_that_lists_nothing_brakes_with_the_next_poll_and_what_changes_in_Salesforce_waits()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(aroundPartnerCentral: wire.Around);
        var records = await world.DealsAsync();
        wire.Before = call => call.Operation == "ListOpportunities"
            ? new HttpResponseMessage { Content = new StringContent("""{"OpportunitySummaries":[]}""", Encoding.UTF8, "application/x-amz-json-1.0") } : null;
        world.SellerEdits(records[0], new() { ["Next_Step__c"] = "Offer" });
        await world.PassAsync();
        Assert.Equal((BrakeKind.EmptySide, "Partner Central lists 0 records, and listed 6 before"), await HeldAsync(world));
        Assert.Equal("First call with the customer.", world.AtPartnerCentral(records[0])["LifeCycle"]!["NextSteps"]!.GetValue<string>());

        // It is there again, and still nothing goes without a release.
        wire.Before = null;
        await world.PassAsync(sweep: true);
        Assert.NotNull(await world.BrakeAsync());
        await world.ReleaseAsync();
        await world.PassAsync(sweep: true);
        Assert.Equal("Offer", world.AtPartnerCentral(records[0])["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task An_org_that_lost_half_of_its_records_does_not_brake()
    {
        await using var world = BrakedWorlds.World(b => b.ChangedShare = 1);
        var records = await world.DealsAsync();
        foreach (var record in records[..3]) world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        await world.PassAsync(sweep: true);
        Assert.Null(await world.BrakeAsync());
    }

    private static async Task<(BrakeKind, string)> HeldAsync(World world) => await world.BrakeAsync() is { } brake ? (brake.Kind, brake.Why) : throw new InvalidOperationException("no brake holds");
}
