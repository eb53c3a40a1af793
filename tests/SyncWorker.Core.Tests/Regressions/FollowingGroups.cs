using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;
using static SyncWorker.Core.Tests.Regressions.Groups;

namespace SyncWorker.Core.Tests.Regressions;

/// <summary>Rows that are decided together and follow another record: what AWS says is not always to be written there.</summary>
public sealed class FollowingGroups
{
    [Fact]
    public void A_decision_about_a_group_that_is_taken_back_is_taken_back_for_the_rows_that_had_nothing_to_write()
    {
        var world = Following();
        world.Edit(Maps.Competitor, Place.Followed, "Contoso");
        world.Edit(Maps.City, Place.Followed, "Lyon");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, "Nice");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Settle(Fault.CrashBeforeDelivery);

        // AWS had won, with the competitor that the co-sell record still shows. The colleague takes it back.
        world.PutBack(Maps.City, Place.PartnerCentral);
        world.Settle();
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Lyon");
    }

    [Fact]
    public void A_row_that_agrees_while_a_decision_about_its_group_is_taken_back_is_shown_once()
    {
        var world = Following("In review");
        world.Edit(Maps.City, Place.PartnerCentral, "Nice");
        world.Pass(8);
        world.Edit(Maps.City, Place.Followed, "Lyon");
        world.Settle();

        // Salesforce had won, and waits for the review. The seller takes it back.
        world.PutBack(Maps.City, Place.Followed);
        foreach (var place in new[] { Place.Followed, Place.PartnerCentral }) world.Edit(Maps.Competitor, place, "Contoso");
        world.Written.Clear();
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Nice");
        Assert.Equal(["Salesforce:Competitor", "Salesforce:Town"], world.Written.Order());
    }

    [Fact]
    public void What_a_seller_typed_over_a_followed_value_loses_with_its_group()
    {
        var world = LyonLost();
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Paris");
        Assert.Contains(world.Journal, e => e is { Row: Maps.City, Value: "Lyon", Cause: JournalCause.LaterDateWon });
    }

    [Fact]
    public void What_a_seller_typed_over_a_followed_value_goes_when_the_decision_against_its_group_is_taken_back()
    {
        var world = LyonLost();
        world.PutBack(Maps.Competitor, Place.PartnerCentral);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Fabrikam");
        RowSays(world, Maps.City, "Lyon");
    }

    [Fact]
    public void A_write_that_was_sent_before_a_decision_about_its_group_and_arrives_late_does_not_deliver_it()
    {
        var world = Following();
        world.Edit(Maps.City, Place.PartnerCentral, "Nice");
        world.Settle();
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Settle(Fault.WrittenLate, Maps.Competitor);
        world.Edit(Maps.City, Place.Followed, "Lyon");
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Initech");
        world.Settle();

        // AWS won, with Nice, and is to bring Initech. The colleague goes back to what arrives now: of AWS's edit nothing is left, and Lyon goes.
        world.Pass(300);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Lyon");
        Assert.Contains(world.Journal, e => e is { Row: Maps.City, Value: "Nice", Cause: JournalCause.FollowedChanged });
    }

    [Fact]
    public void A_blank_from_AWS_that_cannot_be_shown_because_empty_means_follow_is_in_the_journal_once()
    {
        var world = Following();
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Written.Clear();
        world.Settle();
        world.Pass(300);
        world.Settle();

        Assert.Equal("Paris", world.Value(Maps.City, Place.CoSell));
        Assert.Null(world.Value(Maps.City, Place.PartnerCentral));
        Assert.Equal(Verdict.Stands, world.Explain(Maps.City));
        Assert.Empty(world.Written);
        Assert.Single(world.Journal, e => e is { Row: Maps.City, Place: Place.PartnerCentral, Value: null, Cause: JournalCause.Blank, ReplacedBy: "Paris" });
    }

    [Fact]
    public void A_blank_from_AWS_that_wins_for_its_group_and_cannot_be_shown_itself_still_wins_after_a_crash()
    {
        var world = Following();
        world.Edit(Maps.City, Place.CoSell, "Lyon");
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle(Fault.CrashBeforeDelivery);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Fabrikam");
        Assert.Equal("Lyon", world.Value(Maps.City, Place.CoSell));
        Assert.Null(world.Value(Maps.City, Place.PartnerCentral));
        Assert.Single(world.Journal, e => e is { Row: Maps.City, Value: null, Cause: JournalCause.Blank });
    }

    [Fact]
    public void What_AWS_kept_against_a_followed_change_with_its_group_is_in_the_journal_when_the_next_one_overwrites_it()
    {
        var world = Following();
        world.Edit(Maps.City, Place.PartnerCentral, "Nice");
        world.Settle();
        world.Pass(300);
        world.Edit(Maps.City, Place.Followed, "Lyon");
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Settle();
        RowSays(world, Maps.City, "Nice");

        world.Pass(300);
        world.Edit(Maps.City, Place.Followed, "Bonn");
        world.Settle();

        RowSays(world, Maps.City, "Bonn");
        Assert.Contains(world.Journal, e => e is { Row: Maps.City, Value: "Nice", Cause: JournalCause.FollowedChanged });
    }

    [Fact]
    public void A_blank_from_AWS_is_in_the_journal_once_though_its_group_waits()
    {
        var world = Following();
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        for (var look = 0; look < 3; look++) world.Settle(Fault.CrashBeforeDelivery);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        Assert.Single(world.Journal, e => e is { Row: Maps.City, Value: null, Cause: JournalCause.Blank });
    }

    [Fact]
    public void A_row_that_Salesforce_rewrites_is_not_sent_again_for_a_blank_beside_it_that_cannot_be_shown()
    {
        var world = Following(inSalesforce: (row, value) => row == Maps.City && value == "Lyon" ? "LYON" : value);
        world.Edit(Maps.Competitor, Place.PartnerCentral, null);
        world.Edit(Maps.City, Place.PartnerCentral, "Lyon");
        world.Written.Clear();
        world.Settle();
        for (var look = 0; look < 3; look++)
        {
            world.Pass(300);
            world.Settle();
        }

        Assert.Equal("LYON", world.Value(Maps.City, Place.CoSell));
        Assert.Equal(["Salesforce:Town"], world.Written);
        Assert.Single(world.Journal, e => e is { Row: Maps.Competitor, Value: null, Cause: JournalCause.Blank });
    }

    [Fact]
    public void What_a_followed_change_replaced_does_not_come_back_after_a_blank_from_AWS()
    {
        var world = Following();
        world.Edit(Maps.City, Place.Followed, "Lyon");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle();
        world.Pass(300);
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        Assert.Equal("Lyon", world.Value(Maps.City, Place.PartnerCentral));
    }

    [Fact]
    public void A_new_lookup_is_no_edit_either_where_a_decision_about_the_group_is_taken_back()
    {
        var world = Following();
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, "Nice");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Look(mapped: true);
        world.PutBack(Maps.City, Place.PartnerCentral);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Paris");
    }

    [Fact]
    public void A_field_that_both_sides_emptied_is_filled_again_when_what_it_follows_goes_with_its_group()
    {
        var world = Following();
        world.Edit(Maps.City, Place.CoSell, null);
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle();
        Assert.Null(world.Value(Maps.City, Place.CoSell));

        world.Pass(300);
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Settle();

        RowSays(world, Maps.Competitor, "Contoso");
        RowSays(world, Maps.City, "Paris");
    }

    [Fact]
    public void What_a_colleague_puts_back_at_AWS_after_its_blank_won_for_the_group_is_an_edit()
    {
        var world = Following();
        world.Edit(Maps.City, Place.CoSell, "Lyon");
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle(Fault.AnswerLostWritten);
        world.PutBack(Maps.City, Place.PartnerCentral);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Competitor, "Fabrikam");
        RowSays(world, Maps.City, "Paris");
        Assert.Contains(world.Journal, e => e is { Row: Maps.City, Value: "Lyon", Cause: JournalCause.LaterDateWon });
        Assert.Single(world.Journal, e => e is { Row: Maps.City, Value: null, Cause: JournalCause.Blank });
    }

    [Fact]
    public void A_new_map_makes_no_edit_of_what_a_seller_puts_back_after_a_blank_from_AWS_won_for_the_group()
    {
        var world = Following("In review");
        world.Edit(Maps.Competitor, Place.CoSell, "Contoso");
        world.Pass(8);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle(Fault.EditBeforeReadBack, Maps.City);
        Assert.NotEqual("Paris", world.Value(Maps.City, Place.CoSell));
        world.PutBack(Maps.City, Place.CoSell);
        world.Reviewed("Approved");
        world.Pass(300);
        world.Settle();

        Assert.Equal("Paris", world.Value(Maps.City, Place.CoSell));
        Assert.Empty(world.Peek(Maps.Relabelled(world.Map)).Changes);
    }

    /// <summary>Both sides hold Fabrikam and Paris, which the group follows, and have settled.</summary>
    private static World Following(string status = "Approved", Func<string, string?, string?>? inSalesforce = null)
    {
        var world = new World(Rule.Ours, Maps.Together, status) { InSalesforce = inSalesforce };
        world.Look(mapped: true);
        foreach (var place in new[] { Place.Followed, Place.PartnerCentral })
        {
            world.Edit(Maps.Competitor, place, "Fabrikam");
            world.Edit(Maps.City, place, "Paris");
        }

        world.Settle();
        RowSays(world, Maps.City, "Paris");
        return world;
    }

    /// <summary>A seller typed Lyon over the Paris that is followed, and lost it to a later edit of the competitor at AWS, which is not delivered yet.</summary>
    private static World LyonLost()
    {
        var world = Following();
        world.Edit(Maps.City, Place.CoSell, "Lyon");
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Settle(Fault.CrashBeforeDelivery);
        return world;
    }
}
