using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Withdrawals
{
    [Fact]
    public void A_loser_that_lost_twice_flows_when_the_winner_withdraws()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "In review");
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Edit(Maps.Comments, Place.PartnerCentral, "old");
        world.Settle();
        world.Edit(Maps.Comments, Place.PartnerCentral, "first");
        world.Pass(60);
        world.Edit(Maps.Comments, Place.CoSell, "winner");
        world.Settle();
        world.Edit(Maps.Comments, Place.PartnerCentral, "second");
        world.Pass(60);
        world.Touch(Side.Salesforce);
        world.Settle();

        // The seller takes the winner back, and AWS its second thought.
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Edit(Maps.Comments, Place.PartnerCentral, "first");
        world.Settle();

        Assert.Equal("first", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal("first", world.Value(Maps.Comments, Place.PartnerCentral));
    }
}
