using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class OpenWriteTests
{
    private readonly Wire _wire = new();

    [Fact]
    public async Task A_write_of_which_nobody_can_tell_what_became_of_it_is_looked_after_soon_at_first_and_then_ever_more_seldom()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var record = await OpenAsync(world);

        // It may land for two and a half minutes; from then on the wait is as long as what has passed since.
        Assert.Equal(5, await WaitAsync(world, record));
        await PassAsync(world, 130);
        Assert.Equal(5, await WaitAsync(world, record));
        await PassAsync(world, 100);
        Assert.InRange(await WaitAsync(world, record), 70, 100);
        await PassAsync(world, 3600);
        Assert.Equal(900, await WaitAsync(world, record));
        await PassAsync(world, 300);
        Assert.Equal(600, await WaitAsync(world, record));

        // An edit is looked at as soon as it is quiet.
        world.SellerEdits(record, new JsonObject { ["Customer_Phone__c"] = "+1 206 555 0177" });
        await PassAsync(world, 15);
        await PassAsync(world, 15);
        Assert.Equal("+12065550177", world.AtPartnerCentral(record)["Customer"]!["Contacts"]![0]!["Phone"]!.GetValue<string>());
        Assert.Empty((await LinkAsync(world, record)).Baseline.Sent);
    }

    /// <summary>A seller changes a telephone number into words while the answers of its update get lost.</summary>
    private async Task<string> OpenAsync(World world)
    {
        var record = await world.ApprovedAsync(Deals.Northwind);
        _wire.LoseAnswers(c => c.Operation == "UpdateOpportunity", 3);
        world.SellerEdits(record, new JsonObject { ["Customer_Phone__c"] = "+1 206 555 0100" });
        await PassAsync(world, 15);
        world.SellerEdits(record, new JsonObject { ["Customer_Phone__c"] = "ask Dana" });
        await PassAsync(world, 15);
        Assert.Single((await LinkAsync(world, record)).Baseline.Sent);
        return record;
    }

    private static async Task PassAsync(World world, int seconds)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await world.CycleAsync(sweep: false);
    }

    /// <summary>In how many seconds it is looked at again.</summary>
    private static async Task<int> WaitAsync(World world, string record) => (int)Math.Round(((await LinkAsync(world, record)).NotBefore!.Value - world.Clock.GetUtcNow()).TotalSeconds);

    private static async Task<LinkState> LinkAsync(World world, string record) => (await world.Store.FindByRecordAsync(record, default))!;
}
