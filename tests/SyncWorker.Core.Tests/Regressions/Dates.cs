using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Dates
{
    [Fact]
    public void An_edit_at_AWS_between_our_write_and_its_read_back_has_a_date_of_its_own()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Approved");
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Edit(Maps.Comments, Place.PartnerCentral, "old");
        world.Settle();
        world.Pass(60);
        world.Edit(Maps.Comments, Place.CoSell, "ours");

        // Written, then edited before it is read back; the seller edits a little earlier than AWS.
        world.Settle(Fault.EditBeforeReadBack, Maps.Comments);

        Assert.Equal(world.Value(Maps.Comments, Place.PartnerCentral), world.Value(Maps.Comments, Place.CoSell));
        Assert.NotEqual("ours", world.Value(Maps.Comments, Place.PartnerCentral));
        Assert.Equal(world.Touched(Side.PartnerCentral), world.Baseline.PartnerCentralDate);
    }
}
