using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class PastedNumbers
{
    [Fact]
    public void What_a_seller_types_before_the_value_of_AWS_is_filled_in_is_the_only_edit()
    {
        var world = Adopted();
        world.Edit(Maps.Comments, Place.CoSell, "typed");
        world.Pass(60);
        world.Touch(Side.PartnerCentral);
        world.Settle();

        Assert.Equal("typed", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal("typed", world.Value(Maps.Comments, Place.PartnerCentral));
        Assert.Single(world.Journal, e => e is { Value: "kept", Cause: JournalCause.StoodApart });
    }

    [Fact]
    public void The_value_of_AWS_is_filled_in_where_the_record_says_nothing()
    {
        var world = Adopted();
        world.Settle();

        Assert.Equal("kept", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal(["Salesforce:Comments"], world.Written);
    }

    /// <summary>A record that says nothing got the number of an opportunity with a comment.</summary>
    private static World Adopted()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Approved");
        world.Edit(Maps.Comments, Place.PartnerCentral, "kept");
        world.Edit(Maps.Status, Place.CoSell, "Approved");
        world.Adopt();
        world.Written.Clear();
        return world;
    }
}
