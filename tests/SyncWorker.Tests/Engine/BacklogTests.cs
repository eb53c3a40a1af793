using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class BacklogTests
{
    /// <summary>How many updates: 360 by default, 3,600 in the long proofs.</summary>
    private static readonly int Updates = int.Parse(Environment.GetEnvironmentVariable("BACKLOG") ?? "360", CultureInfo.InvariantCulture);

    [Fact]
    public Task A_backlog_goes_at_one_update_a_second_within_AWS_s_quotas() => SendAsync(Updates);

    /// <summary>A seller's bulk edit of one row of each record, with the schedule's polls in between and the emulator counting the calls of each second.</summary>
    private static async Task SendAsync(int updates)
    {
        var tally = new CallTally();
        await using var world = ManyDeals.World(tally);
        world.Emulated.PartnerCentralOptions.EnforceQuotas = true;
        var records = await world.SettledAsync(updates);
        tally.Clear();

        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        var start = world.Clock.GetUtcNow();
        await world.SettleAsync();

        Assert.All(world.Emulated.PartnerCentral.Opportunities(), o => Assert.Equal("Offer", o!["opportunity"]!["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
        Assert.Equal(updates, tally["UpdateOpportunity"]);
        Assert.Equal(updates, tally.AwsWrites);
        Assert.InRange(tally.Throttled, 0, tally.Total / 1000);
        var last = world.Emulated.PartnerCentral.Calls.Last(c => c.Operation.EndsWith("UpdateOpportunity", StringComparison.Ordinal)).At;
        Assert.InRange((last - start).TotalSeconds, updates - 1, updates + 20);
    }
}
