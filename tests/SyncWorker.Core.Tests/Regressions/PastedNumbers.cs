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

    [Fact]
    public void What_a_seller_typed_beside_what_AWS_held_is_in_the_journal_when_AWS_overwrites_it_after_a_blank()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved");
        world.Look(mapped: true);
        world.Edit(Maps.Competitor, Place.CoSell, "typed");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");
        world.Edit(Maps.Status, Place.CoSell, "Approved");
        world.Adopt();
        world.Edit(Maps.Competitor, Place.PartnerCentral, null);
        world.Settle();
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Pass(300);
        world.Settle();

        Assert.Equal("Contoso", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Contains(world.Journal, e => e is { Value: "typed", Cause: JournalCause.StoodApart });
    }

    [Fact]
    public void What_a_seller_empties_before_the_value_of_AWS_is_filled_in_takes_nothing_from_a_row_that_keeps_it()
    {
        var map = Maps.With(Maps.Competitor, r => r with { KeepWhenEmpty = true });
        var world = new World(Rule.Ours, map, "Approved");
        world.Look(mapped: true);
        foreach (var place in new[] { Place.CoSell, Place.Followed }) world.Edit(Maps.Competitor, place, "shown");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "kept");
        world.Edit(Maps.Status, Place.CoSell, "Approved");
        world.Adopt();
        foreach (var place in new[] { Place.CoSell, Place.Followed }) world.Edit(Maps.Competitor, place, null);
        world.Settle();
        world.Pass(300);
        world.Settle();

        Assert.Equal("kept", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("kept", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void What_a_seller_typed_beside_what_AWS_held_is_in_the_journal_when_AWS_overwrites_it_while_its_condition_fails()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Reason), "Approved");
        world.Edit(Maps.Type, Place.CoSell, "Renew");
        world.Edit(Maps.Type, Place.PartnerCentral, "Renewal");
        world.Edit(Maps.Reason, Place.CoSell, "typed");
        world.Edit(Maps.Reason, Place.PartnerCentral, "kept");
        world.Adopt();
        world.Edit(Maps.Reason, Place.PartnerCentral, "new");
        world.Pass(300);
        world.Settle();

        Assert.Equal("new", world.Value(Maps.Reason, Place.CoSell));
        Assert.Contains(world.Journal, e => e is { Row: Maps.Reason, Value: "typed", Cause: JournalCause.StoodApart });
    }

    [Fact]
    public void What_AWS_alone_says_is_AWS_s_word_also_where_it_says_nothing()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Reviewer), "Approved");
        world.Edit(Maps.Reviewer, Place.CoSell, "typed");
        world.Adopt();
        world.Settle();

        Assert.Null(world.Value(Maps.Reviewer, Place.CoSell));
        Assert.Contains(world.Journal, e => e is { Row: Maps.Reviewer, Value: "typed", Cause: JournalCause.OwnerWon });
    }

    [Fact]
    public void An_empty_row_of_a_group_is_not_filled_in_beside_what_a_person_typed()
    {
        var world = new World(Rule.Ours, Maps.Together, "Approved");
        world.Edit(Maps.Competitor, Place.CoSell, "typed");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");
        world.Edit(Maps.City, Place.PartnerCentral, "Paris");
        world.Edit(Maps.Status, Place.CoSell, "Approved");
        world.Adopt();
        world.Settle();

        Assert.Equal("typed", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Null(world.Value(Maps.City, Place.CoSell));
        Assert.Empty(world.Written);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_seller_typed_where_AWS_held_nothing_stands_also_when_the_lookup_changes(bool mapped)
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved");
        world.Look(mapped: true);
        world.Edit(Maps.Competitor, Place.CoSell, "typed");
        world.Edit(Maps.Status, Place.CoSell, "Approved");
        world.Adopt();
        world.Settle();
        Assert.Equal("typed", world.Value(Maps.Competitor, Place.CoSell));
        world.Look(mapped);
        world.Pass(300);
        world.Settle();

        Assert.Equal("typed", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Null(world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Empty(world.Written);
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
