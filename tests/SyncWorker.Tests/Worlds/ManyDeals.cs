using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.State;

namespace SyncWorker.Tests.Worlds;

/// <summary>Worlds with hundreds or thousands of deals, which both sides hold.</summary>
internal static class ManyDeals
{
    /// <summary>A world in memory whose time passes only while the engine waits for it.</summary>
    public static World World(CallTally tally) => new(Configure, aroundSalesforce: tally.Around, aroundPartnerCentral: tally.Around) { IsInline = true };

    /// <summary>Deals made in Partner Central, settled.</summary>
    /// <returns>The ids of their co-sell records.</returns>
    public static async Task<string[]> SettledAsync(this World world, int count)
    {
        for (var i = 0; i < count; i++) world.Emulated.PartnerCentral.Create(Deals.AtAws($"Deal {i}"));
        await world.SettleAsync();
        string[] records = [.. world.Emulated.Salesforce.Records(world.Map.RecordType).Select(r => r!["Id"]!.GetValue<string>())];
        Assert.Equal(count, records.Length);
        return records;
    }

    /// <summary>Lets the schedule run until nothing is due.</summary>
    public static async Task SettleAsync(this World world)
    {
        do
        {
            if (!await world.CycleAsync(sweep: false)) world.Clock.Advance(TimeSpan.FromSeconds(5));
        }
        while (await world.Store.DueCountAsync(default) > 0);
    }

    // The overlap of the Salesforce polls is short, because here nothing becomes visible late: it would cost a test much time and prove nothing.
    private static void Configure(IServiceCollection services) => services.AddSingleton<ISyncStore>(new MemoryStore())
        .PostConfigure<SyncOptions>(o =>
        {
            o.PollOverlap = TimeSpan.FromSeconds(30);

            // All deals of these worlds change at once, as no brake would let pass.
            o.Brakes.ChangedShare = 1;
        });
}
