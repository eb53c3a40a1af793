using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Lists
{
    [Fact]
    public void Elements_added_on_both_sides_reach_both_sides()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Activities), "Approved");
        world.Edit(Maps.Activities, Place.CoSell, "a");
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("b"));

        world.Settle();

        Assert.Equal("a;b", world.Value(Maps.Activities, Place.CoSell));
        Assert.Equal("a;b", world.Value(Maps.Activities, Place.PartnerCentral));
    }

    [Fact]
    public void An_element_added_during_review_goes_after_it_though_AWS_added_another()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Activities), "In review");
        world.Edit(Maps.Activities, Place.CoSell, "a");
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("b"));
        world.Settle();
        Assert.Equal("a;b", world.Value(Maps.Activities, Place.CoSell));
        Assert.Equal("b", world.Value(Maps.Activities, Place.PartnerCentral));

        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("a;b", world.Value(Maps.Activities, Place.PartnerCentral));
    }

    [Fact]
    public void A_removal_whose_write_was_lost_still_goes_after_another_edit_at_AWS()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Activities), "Approved");
        world.Edit(Maps.Activities, Place.CoSell, "a;b");
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("a", "b"));
        world.Settle();
        world.Edit(Maps.Activities, Place.CoSell, "a");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("a", "b", "c"));

        world.Settle();

        Assert.Equal("a;c", world.Value(Maps.Activities, Place.CoSell));
        Assert.Equal("a;c", world.Value(Maps.Activities, Place.PartnerCentral));
    }

    [Fact]
    public void An_element_removed_on_one_side_while_the_other_adds_one_is_removed_on_both()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Activities), "Approved");
        world.Edit(Maps.Activities, Place.CoSell, "a;b");
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("a", "b"));
        world.Settle();
        world.Edit(Maps.Activities, Place.CoSell, "a;b;c");
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("a"));

        world.Settle();

        Assert.Equal("a;c", world.Value(Maps.Activities, Place.CoSell));
        Assert.Equal("a;c", world.Value(Maps.Activities, Place.PartnerCentral));
    }

    [Fact]
    public void An_element_that_AWS_drops_is_sent_once_though_AWS_adds_another()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Activities), "Approved")
        {
            AtAws = (row, value) => value is JsonArray list && row == Maps.Activities ? new JsonArray([.. list.Where(e => (string?)e != "retired").Select(e => e!.DeepClone())]) : value,
        };
        world.Edit(Maps.Activities, Place.CoSell, "b;retired");
        world.Settle();
        world.Edit(Maps.Activities, Place.PartnerCentral, new JsonArray("b", "c"));
        for (var look = 0; look < 3; look++)
        {
            world.Pass(300);
            world.Settle();
        }

        Assert.Equal("b;c;retired", world.Value(Maps.Activities, Place.CoSell));
        Assert.Equal("b;c", world.Value(Maps.Activities, Place.PartnerCentral));
        Assert.Equal(["PartnerCentral:Activities", "Salesforce:Activities"], world.Written.Where(w => w != "Salesforce:Status"));
    }

    [Fact]
    public void What_AWS_kept_of_a_list_that_a_seller_emptied_is_in_the_list_that_the_seller_types_next()
    {
        var world = new World(Rule.Ours, Maps.With(Maps.Activities, r => r with { KeepWhenEmpty = true }), "Approved");
        world.Edit(Maps.Activities, Place.CoSell, "a");
        world.Settle();
        world.Edit(Maps.Activities, Place.CoSell, null);
        world.Settle();
        Assert.Equal("a", world.Value(Maps.Activities, Place.PartnerCentral));

        // AWS is asked first, and both are read again before Salesforce has its part.
        world.Edit(Maps.Activities, Place.CoSell, "b;c");
        world.Settle();
        Assert.Equal("a;b;c", world.Value(Maps.Activities, Place.PartnerCentral));
        Assert.Equal("a;b;c", world.Value(Maps.Activities, Place.CoSell));
    }
}
