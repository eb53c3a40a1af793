using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Groups
{
    [Fact]
    public void A_group_of_which_one_row_cannot_be_written_waits_as_a_whole()
    {
        // Salesforce has no word for Renewal.
        var types = Maps.Types with { Aws = ["New", "Expansion"], Otherwise = false, ToAws = Maps.Types.ToAws.Remove("Renew"), Back = Maps.Types.Back.Remove("Renewal"), Spellings = Maps.Types.Spellings.Add("Again", "Renewal") };
        var map = new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Campaign).Rows.Select(r => r.Label == Maps.Funding ? r with { Codec = CodecTable.Create("picklist", new CodecArguments(types), out _)! } : r)]);
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Summer");
        world.Edit(Maps.Funding, Place.PartnerCentral, "Again");

        var plan = world.Settle();

        Assert.Contains(plan.Holds, h => h is { Row: Maps.Funding, Kind: HoldKind.Unwritable });
        Assert.Null(world.Value(Maps.Campaign, Place.CoSell));
    }

    [Fact]
    public void A_group_that_goes_only_complete_waits_for_its_last_row()
    {
        var map = new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Campaign).Rows.Select(r => r.Group is null ? r : r with { Complete = true })]);
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit(Maps.Campaign, Place.CoSell, "Summer");
        world.Settle();
        Assert.Null(world.Value(Maps.Campaign, Place.PartnerCentral));

        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle();

        Assert.Equal("Summer", world.Value(Maps.Campaign, Place.PartnerCentral));
        Assert.Equal("Yes", world.Value(Maps.Funding, Place.PartnerCentral));
    }

    [Fact]
    public void A_group_whose_value_somebody_types_at_AWS_while_it_is_sent_is_not_delivered_by_that()
    {
        var world = Settled();
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Summer");
        world.Pass(8);
        world.Edit(Maps.Funding, Place.CoSell, "Yes");

        // Salesforce is later, so its spring and yes are sent, and never arrive. A colleague types the yes at AWS, beside the summer.
        world.Settle(Fault.AnswerLostNothingWritten);
        world.Edit(Maps.Funding, Place.PartnerCentral, "Yes");
        world.Settle();

        BothSidesSay(world, "Summer", "Yes");
    }

    [Fact]
    public void A_group_that_AWS_won_in_doubt_goes_back_when_the_colleague_takes_it_back()
    {
        var world = Settled();
        world.Edit(Maps.Campaign, Place.CoSell, "Autumn");
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostNothingWritten);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Winter");
        world.Edit(Maps.Funding, Place.PartnerCentral, "Yes");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Spring");
        world.Settle();

        BothSidesSay(world, "Autumn", "Yes");
    }

    [Fact]
    public void A_row_that_both_sides_say_alike_contests_nothing_of_its_group()
    {
        var world = Settled();
        world.Edit(Maps.Funding, Place.PartnerCentral, "Yes");
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Autumn");
        world.Pass(8);
        world.Edit(Maps.Campaign, Place.CoSell, "Autumn");
        world.Settle();

        BothSidesSay(world, "Autumn", "Yes");
        Assert.Empty(world.Journal);
    }

    [Fact]
    public void An_edit_at_AWS_after_a_write_in_doubt_contests_nothing_that_both_sides_say_alike()
    {
        var world = Settled();
        foreach (var place in new[] { Place.PartnerCentral, Place.CoSell }) world.Edit(Maps.Campaign, place, "Autumn");
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostWritten);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Winter");
        world.Pass(8);
        world.Touch(Side.Salesforce);
        world.Settle();

        BothSidesSay(world, "Winter", "Yes");
    }

    [Fact]
    public void A_blank_beside_an_edit_at_AWS_after_a_write_in_doubt_is_part_of_the_edit()
    {
        var world = Settled();
        world.Edit(Maps.Campaign, Place.CoSell, "Autumn");
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostWritten);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Winter");
        world.Edit(Maps.Funding, Place.PartnerCentral, null);
        world.Pass(8);
        world.Touch(Side.Salesforce);
        world.Settle();

        RowSays(world, Maps.Campaign, "Winter");
        Assert.Null(world.Value(Maps.Funding, Place.PartnerCentral));
        Assert.Null(world.Value(Maps.Funding, Place.CoSell));
        Assert.Contains(world.Journal, e => e is { Row: Maps.Funding, Value: "Yes", Cause: JournalCause.Unconfirmed });
    }

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

    /// <summary>Both sides hold Fabrikam and Paris, which the group follows, and have settled.</summary>
    private static World Following(string status = "Approved")
    {
        var map = new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Competitor, Maps.City).Rows.Select(r => r.Follows is not { } follows ? r : r with { Group = "place", Follows = follows with { Mode = FollowMode.Always } })]);
        var world = new World(Rule.Ours, map, status);
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

    /// <summary>Both sides hold spring and no, and have settled.</summary>
    private static World Settled()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Campaign), "Approved");
        world.Edit(Maps.Campaign, Place.CoSell, "Spring");
        world.Edit(Maps.Funding, Place.CoSell, "No");
        world.Settle();
        return world;
    }

    private static void BothSidesSay(World world, string campaign, string funding)
    {
        RowSays(world, Maps.Campaign, campaign);
        RowSays(world, Maps.Funding, funding);
    }

    private static void RowSays(World world, string row, string value) =>
        Assert.All([Place.CoSell, Place.PartnerCentral], place => Assert.Equal(value, world.Value(row, place)));
}
