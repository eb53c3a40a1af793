using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.State;
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
        await using var world = new World(Configure, aroundPartnerCentral: tally.Around) { IsInline = true };
        world.Emulated.PartnerCentralOptions.EnforceQuotas = true;
        for (var i = 0; i < updates; i++) world.Emulated.PartnerCentral.Create(Deals.AtAws($"Deal {i}"));
        await SettleAsync(world);
        var records = world.Emulated.Salesforce.Records(world.Map.RecordType).Select(r => r!["Id"]!.GetValue<string>()).ToArray();
        Assert.Equal(updates, records.Length);
        tally.Clear();

        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        var start = world.Clock.GetUtcNow();
        await SettleAsync(world);

        Assert.All(world.Emulated.PartnerCentral.Opportunities(), o => Assert.Equal("Offer", o!["opportunity"]!["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
        Assert.Equal(updates, tally["UpdateOpportunity"]);
        Assert.Equal(updates, tally.Writes);
        Assert.InRange(tally.Throttled, 0, tally.Total / 1000);
        var last = world.Emulated.PartnerCentral.Calls.Last(c => c.Operation.EndsWith("UpdateOpportunity", StringComparison.Ordinal)).At;
        Assert.InRange((last - start).TotalSeconds, updates - 1, updates + 20);
    }

    // The overlap of the Salesforce polls is short, because here nothing becomes visible late: it would cost the test much time and prove nothing.
    private static void Configure(IServiceCollection services) => services.AddSingleton<ISyncStore>(new MemoryStore())
        .PostConfigure<SyncOptions>(o => o.PollOverlap = TimeSpan.FromSeconds(30));

    private static async Task SettleAsync(World world)
    {
        do
        {
            if (!await world.CycleAsync(sweep: false)) world.Clock.Advance(TimeSpan.FromSeconds(5));
        }
        while (await world.Store.DueCountAsync(default) > 0);
    }
}
