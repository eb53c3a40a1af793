using System.Net;
using SyncWorker.Configuration;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A changed map that cannot be tried holds everything back: that must not go on without a word.</summary>
public sealed class UntriedMapTests
{
    [Fact]
    public async Task A_map_that_could_not_be_tried_for_an_hour_brakes_and_is_tried_again_after_the_release()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(aroundPartnerCentral: wire.Around);
        await world.DealsAsync();
        Assert.True(world.Part<MapHolder>().Take(FieldMapLoader.Read(Text("field-map.yaml") + "\n# Only a remark.\n", Text("picklists.yaml"))));
        wire.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(58));
        await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());
        Assert.Null(await world.BrakeAsync());

        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.PassAsync();
        var brake = (await world.BrakeAsync())!;
        Assert.Equal(
            (BrakeKind.ChangedMap, "the changed field map could not be tried for an hour: GetOpportunity fails with ServiceUnavailable. It is tried again after the release"), (brake.Kind, brake.Why));

        wire.Before = null;
        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.Contains(world.Logs.Lines, l => l.Contains("What is written goes by the changed field map from now on: of 6", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_can_be_tried_again_in_between_has_its_hour_anew()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(aroundPartnerCentral: wire.Around);
        await world.DealsAsync();
        Assert.True(world.Part<MapHolder>().Take(FieldMapLoader.Read(Text("field-map.yaml") + "\n# Only a remark.\n", Text("picklists.yaml"))));
        wire.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());
        world.Clock.Advance(TimeSpan.FromHours(2));
        wire.Before = null;
        await world.PassAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.Contains(world.Logs.Lines, l => l.Contains("What is written goes by the changed field map from now on", StringComparison.Ordinal));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Config, file));
}
