using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class FollowedValues
{
    [Fact]
    public void A_followed_change_during_review_is_not_shown_as_shared_when_approval_ends_the_following()
    {
        var world = Followed(Maps.City, "In review", "Bonn");
        world.Edit(Maps.City, Place.Followed, "Köln");
        world.Settle();

        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("Bonn", world.Value(Maps.City, Place.CoSell));
        Assert.Equal("Bonn", world.Value(Maps.City, Place.PartnerCentral));
    }

    [Fact]
    public void A_followed_change_that_is_taken_back_during_review_leaves_no_trace()
    {
        var world = Followed(Maps.Competitor, "In review", "Acme");
        world.Edit(Maps.Competitor, Place.CoSell, "Typed");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Typed");
        world.Settle();
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle();
        world.Edit(Maps.Competitor, Place.Followed, "Acme");

        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("Typed", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Typed", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void A_typed_value_that_a_followed_change_overwrites_at_AWS_is_in_the_journal()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Typed");
        world.Settle();
        world.Edit(Maps.Competitor, Place.Followed, "Other");

        world.Settle();

        Assert.Equal("Other", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Contains(world.Journal, entry => entry is { Row: Maps.Competitor, Value: "Typed", Cause: JournalCause.FollowedChanged, ReplacedBy: "Other" });
    }

    [Fact]
    public void An_emptied_field_is_filled_again_from_what_it_follows()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.CoSell, "Typed");
        world.Settle();
        world.Edit(Maps.Competitor, Place.CoSell, null);

        world.Settle();

        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_lookup_sends_nothing_even_where_it_is_shared_later(bool shared)
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Look(mapped: true);
        if (!shared) world.Remember(world.Peek(salesforce: s => s with { Followed = s.Followed.SetItem(Maps.Competitor, Reading.Unknown("not shared")) }));

        world.Settle();

        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.CoSell));
    }

    [Fact]
    public void What_a_new_lookup_says_is_not_shown_as_shared_where_AWS_holds_nothing()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved");
        world.Settle();
        world.Look(mapped: true);
        world.Settle();

        Assert.Null(world.Value(Maps.Competitor, Place.CoSell));
        Assert.Null(world.Value(Maps.Competitor, Place.PartnerCentral));

        world.Edit(Maps.Competitor, Place.Followed, "Contoso");
        world.Settle();

        Assert.Equal("Contoso", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Contoso", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void What_somebody_types_at_AWS_and_the_co_sell_field_says_already_has_to_be_seen_at_one_time()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Contoso");
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.Followed, "Fabrikam");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Pass(300);
        Assert.False(world.Peek().AgreesByChance);

        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");

        Assert.True(world.Peek().AgreesByChance);
    }

    [Fact]
    public void A_followed_change_that_reaches_AWS_late_and_is_approved_at_once_is_shown_in_Salesforce()
    {
        var world = Followed(Maps.City, "Action Required", "Bonn");
        world.Edit(Maps.City, Place.Followed, "Köln");
        world.Tick();
        world.Settle(Fault.WrittenLate, Maps.City);
        world.Pass(61);

        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("Köln", world.Value(Maps.City, Place.PartnerCentral));
        Assert.Equal("Köln", world.Value(Maps.City, Place.CoSell));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_AWS_got_before_the_lookup_changed_is_shown_in_Salesforce_though_nothing_follows_it_any_more(bool mapped)
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle(Fault.AnswerLostWritten);
        world.Look(mapped);
        world.Settle();

        Assert.Equal("Other", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Other", world.Value(Maps.Competitor, Place.CoSell));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_write_that_lands_after_the_lookup_changed_makes_no_edit_of_what_is_followed_now(bool mapped)
    {
        var world = LookupChanges(mapped);
        world.Pass(61);
        world.Settle();

        // What was only planned for the record may still come, for that long.
        world.Pass(200);
        world.Settle();

        Assert.Equal("Other", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Other", world.Value(Maps.Competitor, Place.CoSell));
    }

    [Fact]
    public void A_new_lookup_is_no_edit_either_where_a_colleague_edits_after_a_write_in_doubt()
    {
        var world = LookupChanges(mapped: true);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Third");
        world.Pass(61);
        world.Settle();
        world.Pass(200);
        world.Settle();

        Assert.Equal("Third", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Third", world.Value(Maps.Competitor, Place.CoSell));
        Assert.DoesNotContain(world.Journal, e => e.Cause == JournalCause.LaterDateWon);
    }

    [Fact]
    public void A_value_that_a_seller_puts_back_after_a_refresh_whose_answer_was_lost_is_the_sellers_word()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Other");
        world.Settle(Fault.AnswerLostWritten);
        Assert.Equal("Other", world.Value(Maps.Competitor, Place.CoSell));
        world.Edit(Maps.Competitor, Place.CoSell, "Acme");

        world.Settle();

        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void A_word_that_is_put_in_the_place_of_one_that_AWS_has_no_word_for_is_an_edit()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Look(mapped: true);
        world.Remember(world.Peek(salesforce: s => s with { Followed = s.Followed.SetItem(Maps.Competitor, Reading.Unknown("AWS has no word for it", "\"Odd\"")) }));
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Pass(200);

        world.Settle();

        Assert.Equal("Other", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Other", world.Value(Maps.Competitor, Place.CoSell));
    }

    [Fact]
    public void A_field_that_is_still_empty_when_its_lookup_is_emptied_shows_what_AWS_holds()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved");
        world.Look(mapped: true);
        world.Edit(Maps.Competitor, Place.Followed, "Acme");
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");
        world.Settle(Fault.AnswerLostNothingWritten);
        Assert.Null(world.Value(Maps.Competitor, Place.CoSell));
        world.Look(mapped: false);

        world.Settle();

        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void The_field_shows_what_it_follows_also_where_AWS_rewrites_what_it_gets()
    {
        var map = Maps.With(Maps.NextStep, r => r with { Follows = new Follow("Opportunity__r.Competitor", FollowMode.Always) });
        var world = new World(Rule.Ours, map, "Approved");
        world.Look(mapped: true);
        world.Edit(Maps.NextStep, Place.Followed, "offer");
        world.Settle();
        world.Edit(Maps.NextStep, Place.Followed, "call");
        world.Written.Clear();
        world.Pass(300);
        world.Settle();
        world.Pass(300);
        world.Settle();

        Assert.Equal("call", $"{world[Maps.NextStep, Place.CoSell]}");
        Assert.Equal("CALL", $"{world[Maps.NextStep, Place.PartnerCentral]}");
        Assert.Equal(["PartnerCentral:Next Step", "Salesforce:Next Step"], world.Written);
    }

    [Fact]
    public void What_a_colleague_puts_back_at_AWS_before_the_field_was_brought_up_stays_there()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle(Fault.AnswerLostWritten);
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");
        world.Pass(300);
        world.Settle();

        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("Acme", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Fact]
    public void The_field_shows_what_it_follows_again_where_it_showed_the_same_before_something_else()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle();
        world.Edit(Maps.Competitor, Place.Followed, "Lost");
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Third");
        world.Settle();
        world.Pass(300);
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle();

        Assert.Equal("Other", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("Other", world.Value(Maps.Competitor, Place.CoSell));
    }

    [Fact]
    public void What_is_emptied_where_it_is_followed_is_not_shown_in_the_field_any_more()
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, null);
        world.Settle();

        Assert.Null(world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Null(world.Value(Maps.Competitor, Place.CoSell));
    }

    [Fact]
    public void What_both_sides_emptied_before_AWS_approved_is_not_left_in_the_field()
    {
        var world = Followed(Maps.City, "In review", "Bonn");
        world.Edit(Maps.City, Place.Followed, null);
        world.Edit(Maps.City, Place.PartnerCentral, null);
        world.Settle(Fault.CrashBeforeDelivery);

        world.Reviewed("Approved");
        world.Pass(300);
        world.Settle();

        Assert.Null(world.Value(Maps.City, Place.PartnerCentral));
        Assert.Null(world.Value(Maps.City, Place.CoSell));
    }

    [Fact]
    public void A_field_that_does_not_keep_what_AWS_holds_is_given_it_once()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved") { InSalesforce = (row, value) => row == Maps.Competitor ? null : value };
        world.Edit(Maps.Competitor, Place.PartnerCentral, "Acme");
        for (var look = 0; look < 3; look++)
        {
            world.Settle();
            world.Pass(300);
        }

        Assert.Equal(["Salesforce:Competitor"], world.Written.Where(w => w != "Salesforce:Status"));
    }

    [Theory]
    [InlineData("Other")]
    [InlineData(null)]
    public void What_a_seller_typed_and_AWS_emptied_is_in_the_journal_when_a_followed_change_overwrites_it(string? meanwhile)
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.CoSell, "Typed");
        world.Settle();
        if (meanwhile is not null) world.Edit(Maps.Competitor, Place.Followed, meanwhile);
        world.Pass(8);
        world.Edit(Maps.Competitor, Place.PartnerCentral, null);
        world.Settle();
        Assert.Equal("Typed", world.Value(Maps.Competitor, Place.CoSell));

        world.Edit(Maps.Competitor, Place.Followed, meanwhile is null ? "Other" : null);
        world.Pass(300);
        world.Settle();

        Assert.Equal(meanwhile is null ? "Other" : null, world.Value(Maps.Competitor, Place.CoSell));
        Assert.Contains(world.Journal, e => e is { Row: Maps.Competitor, Place: Place.CoSell, Value: "Typed", Cause: JournalCause.FollowedChanged });
    }

    [Fact]
    public void A_field_that_keeps_what_AWS_holds_is_not_cleared_when_what_it_follows_is_emptied()
    {
        var map = Maps.With(Maps.Competitor, r => r with { KeepWhenEmpty = true });
        var world = new World(Rule.Ours, map, "Approved");
        world.Look(mapped: true);
        foreach (var place in Enum.GetValues<Place>()) world.Edit(Maps.Competitor, place, "kept");
        world.Settle();
        world.Edit(Maps.Competitor, Place.Followed, null);
        for (var look = 0; look < 2; look++)
        {
            world.Pass(300);
            world.Settle();
        }

        Assert.Equal("kept", world.Value(Maps.Competitor, Place.CoSell));
        Assert.Equal("kept", world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_blank_from_AWS_that_was_kept_is_written_as_soon_as_nothing_is_followed_any_more(bool approved)
    {
        var world = approved ? Followed(Maps.City, "In review", "Bonn") : Followed(Maps.Competitor, "Approved", "Bonn");
        var row = approved ? Maps.City : Maps.Competitor;
        world.Edit(row, Place.CoSell, "Typed");
        world.Pass(8);
        world.Edit(row, Place.PartnerCentral, null);
        world.Settle();
        Assert.Equal("Typed", world.Value(row, Place.CoSell));

        world.Pass(300);
        if (approved) world.Reviewed("Approved");
        else world.Look(mapped: false);
        world.Settle();

        Assert.Null(world.Value(row, Place.CoSell));
        Assert.Null(world.Value(row, Place.PartnerCentral));
        Assert.Contains(world.Journal, e => e is { Place: Place.CoSell, Value: "Typed", Cause: JournalCause.Blank });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_blank_at_AWS_in_the_place_of_what_was_followed_and_perhaps_sent_is_shown_when_nothing_is_followed_any_more(bool together)
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle(Fault.AnswerLostNothingWritten);
        world.Look(mapped: false);
        if (!together) world.Remember(world.Peek());
        world.Edit(Maps.Competitor, Place.PartnerCentral, null);
        world.Pass(300);
        world.Settle();

        Assert.Null(world.Value(Maps.Competitor, Place.CoSell));
        Assert.Null(world.Value(Maps.Competitor, Place.PartnerCentral));
    }

    /// <summary>What the Opportunity says newly is on its way to AWS, and will be late, when the lookup changes.</summary>
    private static World LookupChanges(bool mapped)
    {
        var world = Followed(Maps.Competitor, "Approved", "Acme");
        world.Edit(Maps.Competitor, Place.Followed, "Other");
        world.Settle(Fault.WrittenLate, Maps.Competitor);
        world.Look(mapped);
        world.Remember(world.Peek());
        return world;
    }

    /// <summary>Both sides hold what the row follows, and have settled.</summary>
    private static World Followed(string row, string status, string value)
    {
        var world = new World(Rule.Ours, Maps.Of(row), status);
        world.Look(mapped: true);
        foreach (var place in Enum.GetValues<Place>()) world.Edit(row, place, value);
        world.Settle();
        return world;
    }

    [Fact]
    public void A_decision_about_what_is_followed_outlives_an_earlier_write_that_lands_late()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Competitor), "Approved");
        world.Look(true);
        world.Edit(Maps.Competitor, Place.Followed, "old");
        world.Settle();
        world.Edit(Maps.Competitor, Place.PartnerCentral, "colleague");
        world.Settle(Fault.WrittenLate, Maps.Competitor);

        // The Opportunity is edited while that write is still to land; AWS's date is later.
        world.Edit(Maps.Competitor, Place.Followed, "seller");
        world.Pass(20);
        world.Touch(Side.PartnerCentral);
        world.Settle();
        Assert.Single(world.Journal, e => e is { Value: "seller", Cause: JournalCause.LaterDateWon });

        world.Pass(61);
        Assert.Equal("colleague", world.Value(Maps.Competitor, Place.CoSell));
        world.Settle();
        Assert.Equal("colleague", world.Value(Maps.Competitor, Place.PartnerCentral));
        Assert.Equal("colleague", world.Value(Maps.Competitor, Place.CoSell));
    }
}
