using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.State;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;
using Xunit.Abstractions;

namespace SyncWorker.Tests.Engine;

public sealed class BacklogTests(ITestOutputHelper output)
{
    private static readonly int Updates = int.Parse(Environment.GetEnvironmentVariable("UPDATES") ?? "3600", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_backlog_of_3600_updates_goes_in_3620_seconds_within_AWS_s_quotas()
    {
        var tally = new CallTally();
        await using var world = new World(services => services.AddSingleton<ISyncStore>(new MemoryStore()), aroundPartnerCentral: tally.Around) { IsInline = true };
        world.Emulated.PartnerCentralOptions.EnforceQuotas = true;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Updates; i++) world.Emulated.PartnerCentral.Create(Deals.AtAws($"Deal {i}"));
        output.WriteLine($"created {watch.Elapsed}");
        await SettleAsync(world);
        output.WriteLine($"settled {watch.Elapsed} {world.Clock.GetUtcNow()} {tally.Total} {tally.Throttled}");
        var records = world.Emulated.Salesforce.Records(world.Map.RecordType).Select(r => r!["Id"]!.GetValue<string>()).ToArray();
        Assert.Equal(Updates, records.Length);
        tally.Clear();

        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        var start = world.Clock.GetUtcNow();
        while (tally["UpdateOpportunity"] < Updates && world.Clock.GetUtcNow() - start < TimeSpan.FromHours(2)) await world.CycleAsync(sweep: false);
        output.WriteLine($"done {watch.Elapsed} {(world.Clock.GetUtcNow() - start).TotalSeconds} {tally.Total} {tally.Throttled}");

        Assert.InRange((world.Clock.GetUtcNow() - start).TotalSeconds, Updates - 1, Updates + 20);
        Assert.InRange(tally.Throttled, 0, tally.Total / 1000);
        Assert.Equal(Updates, tally["UpdateOpportunity"]);
        Assert.All(world.Emulated.PartnerCentral.Opportunities(), o => Assert.Equal("Offer", o!["opportunity"]!["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
    }

    private static async Task SettleAsync(World world)
    {
        do
        {
            if (!await world.CycleAsync(sweep: false)) world.Clock.Advance(TimeSpan.FromSeconds(15));
        }
        while (await world.Store.DueCountAsync(default) > 0);
    }
}
