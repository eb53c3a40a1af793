using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Disappearances
{
    [Fact]
    public void A_linked_opportunity_that_cannot_be_read_is_held_and_never_created_again()
    {
        var world = Settled();
        world.Tick();

        var plan = world.Peek(partnerCentral: a => a with
        {
            Documents = ImmutableDictionary<string, JsonObject>.Empty,
            Readings = a.Readings.ToImmutableDictionary(r => r.Key, _ => Reading.NotYet),
        });

        Told(plan);
        Assert.Equal(new Hold("", HoldKind.Unknown, "O1 could not be read in Partner Central, or is gone"), Assert.Single(plan.Holds));
    }

    [Theory]
    [InlineData(Side.Salesforce)]
    [InlineData(Side.PartnerCentral)]
    public void A_side_that_is_suddenly_empty_is_held_and_blanks_nothing(Side side)
    {
        var world = Settled();
        static Snapshot Emptied(Snapshot snapshot) => snapshot with { Readings = snapshot.Readings.ToImmutableDictionary(r => r.Key, _ => Reading.Empty) };

        var plan = side == Side.Salesforce ? world.Peek(salesforce: Emptied) : world.Peek(partnerCentral: Emptied);

        if (side == Side.Salesforce) Assert.Empty(plan.Steps);
        else Told(plan);
        Assert.Empty(plan.Changes);
        Assert.Equal(HoldKind.Unknown, Assert.Single(plan.Holds).Kind);
    }

    /// <summary>The seller reads of it in Sync Status and Sync Error, and that is all that is written.</summary>
    private static void Told(Plan plan)
    {
        var step = Assert.Single(plan.Steps);
        Assert.Equal(StepKind.UpdateRecord, step.Kind);
        Assert.Empty(step.Changes);
        Assert.Equal(["Sync_Status__c", "Sync_Error__c"], step.Bookkeeping.Select(b => b.Key));
        Assert.Equal("\"Needs attention\"", step.Bookkeeping[0].Value);
    }

    private static World Settled()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments, Maps.Campaign), "Approved");
        foreach (var row in new[] { Maps.Comments, Maps.Campaign, Maps.Funding }) world.Edit(row, Place.CoSell, $"{row} text");
        world.Settle();
        return world;
    }
}
