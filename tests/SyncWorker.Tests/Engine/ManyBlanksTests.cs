using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class ManyBlanksTests
{
    private static readonly string[] Members = ["LifeCycle.NextSteps", "Customer.Account.Address.StreetAddress", "Customer.Account.Address.City"];

    [Fact]
    public async Task A_plan_that_blanks_many_fields_brakes_and_goes_after_the_release()
    {
        await using var world = BrakedWorlds.World(b => b.BlanksMax = 2);
        var records = await world.DealsAsync();
        var opportunity = world.OpportunityId(records[0]);
        Clear(world, records[0], 3);
        world.ColleagueEdits(records[1], "LifeCycle.NextSteps", "Legal review");
        await world.PassAsync();

        var brake = (await world.BrakeAsync())!;
        Assert.Equal((BrakeKind.ManyBlanks, $"3 fields of {opportunity} would be blanked: Next Step, Street, City"), (brake.Kind, brake.Why));
        Assert.Equal(("First call with the customer.", "Seattle"), (world.Field(records[0], "Next_Step__c"), world.Field(records[0], "City__c")));
        Assert.Equal("First call with the customer.", world.Field(records[1], "Next_Step__c"));

        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.Equal((null, null), (world.Field(records[0], "Next_Step__c"), world.Field(records[0], "City__c")));
        Assert.Equal("Legal review", world.Field(records[1], "Next_Step__c"));
        Assert.Null(await world.BrakeAsync());
    }

    [Fact]
    public async Task One_release_takes_in_all_that_was_blanked_until_then_and_nothing_later()
    {
        await using var world = BrakedWorlds.World(b => b.BlanksMax = 2);
        var records = await world.DealsAsync();
        Clear(world, records[0], 3);
        Clear(world, records[1], 3);
        await world.PassAsync();
        await world.ReleaseAsync();
        await world.SyncAsync();
        Assert.All(records[..2], r => Assert.Null(world.Field(r, "City__c")));

        Clear(world, records[2], 3);
        await world.PassAsync();
        Assert.Equal(BrakeKind.ManyBlanks, (await world.BrakeAsync())!.Kind);
        Assert.Equal("Seattle", world.Field(records[2], "City__c"));
    }

    [Fact]
    public async Task Some_fields_may_be_blanked()
    {
        await using var world = BrakedWorlds.World(b => b.BlanksMax = 2);
        var records = await world.DealsAsync();
        Clear(world, records[0], 2);
        await world.PassAsync();
        Assert.Null(await world.BrakeAsync());
        Assert.Equal((null, "Seattle"), (world.Field(records[0], "Next_Step__c"), world.Field(records[0], "City__c")));
    }

    private static void Clear(World world, string record, int members) =>
        world.Emulated.PartnerCentral.Edit(world.OpportunityId(record), Members[..members].ToDictionary(m => m, _ => (JsonNode?)null));
}
