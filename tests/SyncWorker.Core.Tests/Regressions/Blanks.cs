using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Blanks
{
    [Fact]
    public void A_later_blank_in_Salesforce_never_clears_a_contact_that_AWS_changed()
    {
        var map = Maps.With(Maps.Comments, r => r with { KeepWhenEmpty = true });
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit(Maps.Comments, Place.CoSell, "Ana");
        world.Edit(Maps.Comments, Place.PartnerCentral, "Ana");
        world.Settle();
        world.Edit(Maps.Comments, Place.PartnerCentral, "Eva");
        world.Pass(60);
        world.Edit(Maps.Comments, Place.CoSell, null);

        world.Settle();

        Assert.Equal("Eva", world.Value(Maps.Comments, Place.PartnerCentral));
        Assert.Equal("Eva", world.Value(Maps.Comments, Place.CoSell));
    }

    [Fact]
    public void A_member_that_AWS_empties_while_it_takes_none_keeps_the_sellers_value_and_gets_it_again()
    {
        var world = Explained("Add-On");
        Assert.Equal("because", world.Value(Maps.Reason, Place.PartnerCentral));
        world.Edit(Maps.Type, Place.PartnerCentral, "New");
        world.Edit(Maps.Reason, Place.PartnerCentral, null);
        world.Settle();
        Assert.Equal("because", world.Value(Maps.Reason, Place.CoSell));

        world.Edit(Maps.Type, Place.CoSell, "Upsell");
        world.Settle();

        Assert.Equal("because", world.Value(Maps.Reason, Place.CoSell));
        Assert.Equal("because", world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void A_member_that_AWS_empties_while_it_takes_none_gets_again_also_what_the_seller_puts_back()
    {
        var world = Explained("Add-On");
        world.Edit(Maps.Type, Place.PartnerCentral, "New");
        world.Edit(Maps.Reason, Place.PartnerCentral, null);
        world.Edit(Maps.Reason, Place.CoSell, "typed meanwhile");
        world.Settle();
        world.PutBack(Maps.Reason, Place.CoSell);
        world.Settle();

        world.Edit(Maps.Type, Place.CoSell, "Upsell");
        world.Settle();

        Assert.Equal("because", world.Value(Maps.Reason, Place.CoSell));
        Assert.Equal("because", world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void A_row_looks_at_the_value_that_its_condition_gets_not_at_the_one_that_loses()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Reason), "Approved");
        world.Edit(Maps.Type, Place.CoSell, "Upsell");
        world.Edit(Maps.Reason, Place.CoSell, "because");
        world.Pass(60);
        world.Edit(Maps.Type, Place.PartnerCentral, "New");

        world.Settle();

        Assert.Equal("New", world.Value(Maps.Type, Place.CoSell));
        Assert.Null(world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void An_owned_row_whose_condition_fails_does_not_flow_back()
    {
        var map = Maps.With(Maps.Reason, r => r with { Flow = Flow.ToPartnerCentral });
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit(Maps.Type, Place.CoSell, "New Customer");
        world.Edit(Maps.Reason, Place.PartnerCentral, "AWS's");

        world.Settle();

        Assert.Null(world.Value(Maps.Reason, Place.CoSell));
    }

    [Fact]
    public void A_blank_that_won_stays_decided_while_the_condition_of_its_row_cannot_be_read()
    {
        var world = BlankWon();
        world.Settle(Fault.Unreadable, Maps.Type, Place.CoSell);
        world.Pass(300);
        world.Settle();

        Assert.Null(world.Value(Maps.Reason, Place.CoSell));
        Assert.Null(world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void A_blank_that_won_stays_decided_while_the_condition_of_its_row_fails()
    {
        var world = BlankWon();
        world.Edit(Maps.Type, Place.CoSell, "Renew");
        world.Pass(300);
        world.Settle();
        world.Edit(Maps.Type, Place.CoSell, "Upsell");
        world.Pass(300);
        world.Settle();

        Assert.Null(world.Value(Maps.Reason, Place.CoSell));
        Assert.Null(world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void What_a_seller_won_goes_when_the_condition_holds_again_though_AWS_emptied_it_meanwhile()
    {
        var world = Explained("Upsell");
        world.Edit(Maps.Reason, Place.PartnerCentral, "theirs");
        world.Pass(60);
        world.Edit(Maps.Reason, Place.CoSell, "mine");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Type, Place.PartnerCentral, "New");
        world.Pass(300);
        world.Settle();
        world.Edit(Maps.Reason, Place.PartnerCentral, null);
        world.Pass(300);
        world.Settle();
        world.Edit(Maps.Type, Place.PartnerCentral, "Expansion");
        world.Settle();

        Assert.Equal("mine", world.Value(Maps.Reason, Place.CoSell));
        Assert.Equal("mine", world.Value(Maps.Reason, Place.PartnerCentral));
    }

    /// <summary>Both sides hold the reason that a seller gave with the type that wants one.</summary>
    private static World Explained(string type)
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Reason), "Approved");
        world.Edit(Maps.Type, Place.CoSell, type);
        world.Edit(Maps.Reason, Place.CoSell, "because");
        world.Settle();
        return world;
    }

    /// <summary>A colleague emptied the reason at AWS after a seller gave another one, which is decided and not delivered yet.</summary>
    private static World BlankWon()
    {
        var world = Explained("Upsell");
        world.Edit(Maps.Reason, Place.CoSell, "mine");
        world.Pass(60);
        world.Edit(Maps.Reason, Place.PartnerCentral, null);
        world.Settle(Fault.CrashBeforeDelivery);
        return world;
    }
}
