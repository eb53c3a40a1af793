using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Ticks
{
    [Fact]
    public void A_tick_set_on_Action_Required_submits_nothing_once_AWS_has_approved()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Action Required");
        world.Settle();
        Assert.Equal("Action Required", world.Value(Maps.Status, Place.CoSell));
        world.Tick();
        world.Reviewed("Approved");

        world.Settle();

        Assert.Equal("Approved", world.Review);
        Assert.Equal("Approved", world.Value(Maps.Status, Place.CoSell));
    }
}
