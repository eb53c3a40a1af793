using Microsoft.Extensions.DependencyInjection;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>Connections of six deals on which four are many, and what to ask of their brake.</summary>
internal static class BrakedWorlds
{
    public const int Deals = 6;

    public static World World(Action<BrakeOptions>? settings = null, Func<HttpMessageHandler, HttpMessageHandler>? aroundPartnerCentral = null, Action<IServiceCollection>? configure = null, Func<HttpMessageHandler, HttpMessageHandler>? aroundSalesforce = null) => new(
        services =>
        {
            services.PostConfigure<SyncOptions>(o =>
            {
                o.Brakes.RecordsMin = 4;
                settings?.Invoke(o.Brakes);
            });
            configure?.Invoke(services);
        },
        aroundSalesforce,
        aroundPartnerCentral);

    /// <summary>The deals, made in Partner Central and settled some time ago.</summary>
    /// <returns>The ids of their co-sell records.</returns>
    public static async Task<string[]> DealsAsync(this World world)
    {
        for (var i = 0; i < Deals; i++) world.Emulated.PartnerCentral.Create(Worlds.Deals.AtAws($"Deal {i}"));
        await world.SyncAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        return [.. world.Emulated.Salesforce.Records(world.Map.RecordType).Select(r => r!["Id"]!.GetValue<string>())];
    }

    /// <summary>Some seconds later, one cycle.</summary>
    public static async Task PassAsync(this World world, bool sweep = false)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep);
    }

    public static async Task<Brake?> BrakeAsync(this World world) => (await world.Store.ConnectionAsync(default)).Brake;

    public static Task ReleaseAsync(this World world) => Commands.ReleaseCommand.ReleaseAsync(world.Store, world.Clock, default);
}
