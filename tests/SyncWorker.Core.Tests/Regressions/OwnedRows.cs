using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class OwnedRows
{
    [Fact]
    public void What_an_owner_overwrites_is_journaled_when_it_is_sent_and_not_each_time_that_it_waits()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Related), "In review");
        world.Edit(Maps.Related, Place.CoSell, "O11");
        world.Edit(Maps.Related, Place.PartnerCentral, "O22");
        for (var look = 0; look < 3; look++) world.Settle();
        Assert.Empty(world.Journal);

        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("O22", Assert.Single(world.Journal).Value);
        Assert.Equal("O11", world.Value(Maps.Related, Place.PartnerCentral));
    }
}
