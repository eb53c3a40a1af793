using System.Collections.Immutable;
using System.Text.Json.Nodes;
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

        Assert.Empty(plan.Steps);
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

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Changes);
        Assert.Equal(HoldKind.Unknown, Assert.Single(plan.Holds).Kind);
    }

    private static World Settled()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments, Maps.Campaign), "Approved");
        foreach (var row in new[] { Maps.Comments, Maps.Campaign, Maps.Funding }) world.Edit(row, Place.CoSell, $"{row} text");
        world.Settle();
        return world;
    }
}
