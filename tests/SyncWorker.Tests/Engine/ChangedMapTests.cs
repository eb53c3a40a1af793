using System.Net;
using SyncWorker.Configuration;
using SyncWorker.Hosting;
using SyncWorker.Remote;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class ChangedMapTests
{
    [Fact]
    public async Task A_map_that_would_write_much_brakes_before_its_first_write_and_writes_after_the_release()
    {
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3);
        var records = await world.DealsAsync();
        var before = world.Everything();
        Take(world, Swapped());
        await world.PassAsync(sweep: true);

        var brake = (await world.BrakeAsync())!;
        Assert.Equal(
            (BrakeKind.ChangedMap, "by the changed field map 4 of the first 4 opportunities would be written, of which nobody changed anything"), (brake.Kind, brake.Why));
        await world.PassAsync();
        Assert.Equal(before, world.Everything());

        await world.ReleaseAsync();
        await world.SyncAsync();
        await world.RestartAsync();
        Take(world, Swapped());
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records, r => Assert.Equal("First call with the customer.", world.AtPartnerCentral(r)["Project"]!["AdditionalComments"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Who_mends_the_map_before_the_release_finds_nothing_written()
    {
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3);
        await world.DealsAsync();
        var before = world.Everything();
        Take(world, Swapped());
        await world.PassAsync(sweep: true);
        Take(world, Text("field-map.yaml"));
        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.Equal(before, world.Everything());
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task A_map_that_would_write_little_is_taken_and_so_is_one_that_writes_nothing()
    {
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 6);
        var records = await world.DealsAsync();
        Take(world, Text("field-map.yaml") + "\n# Only a remark.\n");
        await world.PassAsync();
        Assert.Contains(world.Logs.Lines, l => l.Contains("of 6 opportunities of which nobody changed anything, it writes 0", StringComparison.Ordinal));

        Take(world, Swapped());
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records, r => Assert.Equal("First call with the customer.", world.AtPartnerCentral(r)["Project"]!["AdditionalComments"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_map_that_could_not_be_tried_because_AWS_cannot_be_read_is_not_taken()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3, wire.Around);
        await world.DealsAsync();
        var before = world.Everything();
        Take(world, Swapped());
        wire.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());

        wire.Before = null;
        await world.PassAsync(sweep: true);
        await world.PassAsync(sweep: true);
        Assert.Equal(BrakeKind.ChangedMap, (await world.BrakeAsync())?.Kind);
        Assert.Equal(before, world.Everything());
    }

    [Theory]
    [InlineData("AccessDeniedException")]
    [InlineData("ServiceUnavailable")]
    [InlineData("INVALID_TYPE")]
    public async Task A_map_that_cannot_be_tried_however_often_is_not_taken(string refusal)
    {
        Wire aws = new(), salesforce = new();
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3, aws.Around, aroundSalesforce: salesforce.Around);
        await world.DealsAsync();
        var before = world.Everything();
        Take(world, Swapped());
        if (refusal == "INVALID_TYPE") salesforce.Before = call => call.Operation == "GET query" ? Refusals.Salesforce(HttpStatusCode.BadRequest, refusal, "sObject type is not supported.") : null;
        else aws.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(refusal == "ServiceUnavailable" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.BadRequest, refusal) : null;
        for (var i = 0; i < 20; i++) await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());

        (aws.Before, salesforce.Before) = (null, null);
        await world.PassAsync(sweep: true);
        await world.PassAsync(sweep: true);
        Assert.Equal(BrakeKind.ChangedMap, (await world.BrakeAsync())?.Kind);
        Assert.Equal(before, world.Everything());
    }

    [Fact]
    public async Task Deals_that_cannot_be_read_for_good_keep_no_map_from_being_taken_where_another_can()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3, wire.Around);
        var records = await world.DealsAsync();
        var readable = world.OpportunityId(records[^1]);
        Take(world, Swapped());
        wire.Before = call => call.Operation == "GetOpportunity" && !call.Body.Contains(readable, StringComparison.Ordinal) ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        for (var i = 0; i < 5; i++) await Record.ExceptionAsync(() => world.PassAsync());

        await world.SyncAsync();
        Assert.Equal("First call with the customer.", world.AtPartnerCentral(records[^1])["Project"]!["AdditionalComments"]?.GetValue<string>());
    }

    [Fact]
    public async Task One_deal_that_cannot_be_read_keeps_no_map_from_being_tried()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3, wire.Around);
        var records = await world.DealsAsync();
        Take(world, Swapped());
        var failing = world.OpportunityId(records[0]);
        wire.Before = call => call.Operation == "GetOpportunity" && call.Body.Contains(failing, StringComparison.Ordinal) ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        for (var i = 0; i < 20; i++) await world.PassAsync();
        Assert.Equal(BrakeKind.ChangedMap, (await world.BrakeAsync())?.Kind);
    }

    [Fact]
    public async Task A_map_that_is_taken_in_the_middle_of_a_drain_is_tried_before_anything_is_written_by_it()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(b => b.MapWritesMax = 3, wire.Around);
        await world.DealsAsync();
        var before = world.Everything();
        var taken = false;
        wire.Before = call =>
        {
            if (call.Operation == "GetOpportunity" && !taken && (taken = true)) Take(world, Swapped());
            return null;
        };
        await world.PassAsync(sweep: true);
        await world.PassAsync(sweep: true);
        Assert.True(taken);
        Assert.Equal(BrakeKind.ChangedMap, (await world.BrakeAsync())?.Kind);
        Assert.Equal(before, world.Everything());
    }

    [Fact]
    public async Task What_people_changed_is_not_the_maps_work()
    {
        await using var world = BrakedWorlds.World(b => (b.MapWritesMax, b.ChangedShare) = (0, 1));
        var records = await world.DealsAsync();
        await world.RestartAsync();
        Take(world, Text("field-map.yaml") + "\n# Only a remark.\n");
        foreach (var record in records[..3]) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.All(records[..3], r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
    }

    [Fact]
    public async Task A_map_that_could_not_be_tried_for_an_hour_brakes_and_is_tried_again_after_the_release()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(aroundPartnerCentral: wire.Around);
        await NotTriedAsync(world, wire);
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
    public async Task A_map_that_can_be_tried_again_in_between_has_its_hour_anew()
    {
        var wire = new Wire();
        await using var world = BrakedWorlds.World(aroundPartnerCentral: wire.Around);
        await NotTriedAsync(world, wire);
        world.Clock.Advance(TimeSpan.FromHours(2));
        wire.Before = null;
        await world.PassAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.Contains(world.Logs.Lines, l => l.Contains("What is written goes by the changed field map from now on", StringComparison.Ordinal));
    }

    /// <summary>The map changes while AWS cannot be read.</summary>
    private static async Task NotTriedAsync(World world, Wire wire)
    {
        await world.DealsAsync();
        Take(world, Text("field-map.yaml") + "\n# Only a remark.\n");
        wire.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.PassAsync());
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Config, file));

    /// <summary>Two rows have each other's field.</summary>
    private static string Swapped() => Text("field-map.yaml").Replace("Next_Step__c", "Third__c", StringComparison.Ordinal)
        .Replace("AWS_Third__c", "AWS_Next_Step__c", StringComparison.Ordinal).Replace("Additional_Comments__c", "Next_Step__c", StringComparison.Ordinal).Replace("Third__c", "Additional_Comments__c", StringComparison.Ordinal);

    private static void Take(World world, string map)
    {
        var read = FieldMapLoader.Read(map, Text("picklists.yaml"));
        Assert.True(world.Part<MapHolder>().Take(read), string.Join('\n', read.Findings));
    }
}
