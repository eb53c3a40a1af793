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
    public void A_group_of_which_only_a_later_row_has_a_condition_says_what_it_waits_for()
    {
        var map = new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Campaign).Rows.Select(r => r.Label == Maps.Funding ? r with { When = [new When(Maps.Status, ["Never"])] } : r)]);
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit(Maps.Campaign, Place.CoSell, "Summer");

        Assert.Contains(world.Settle().Holds, h => h.Reason == $"goes when {Maps.Status} is Never");
    }

    [Theory]
    [InlineData(Place.PartnerCentral, Place.CoSell)]
    [InlineData(Place.CoSell, Place.PartnerCentral)]
    public void What_one_side_rewrote_goes_across_with_an_edit_of_its_group_there_and_what_stood_on_the_other_is_in_the_journal(Place said, Place rewritten)
    {
        var map = Maps.Of(Maps.Campaign);
        var world = rewritten == Place.CoSell
            ? new World(Rule.Ours, map, "Approved") { InSalesforce = (row, text) => row == Maps.Campaign ? text?.ToUpperInvariant() : text }
            : new World(Rule.Ours, map, "Approved") { AtAws = (row, value) => row == Maps.Campaign ? ((string?)value)?.ToUpperInvariant() : value };
        world.Edit(Maps.Campaign, said, "Summer");
        world.Settle();
        world.Edit(Maps.Funding, rewritten, "Yes");
        world.Settle();

        BothSidesSay(world, "SUMMER", "Yes");
        Assert.Single(world.Journal, e => e is { Row: Maps.Campaign, Value: "Summer", Cause: JournalCause.StoodApart } && e.Place == said);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_blank_beside_an_edit_at_AWS_after_a_write_in_doubt_is_part_of_the_edit_whether_or_not_the_write_carried_the_edited_row(bool carried)
    {
        var world = Settled();
        if (carried) world.Edit(Maps.Campaign, Place.CoSell, "Autumn");
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

    [Theory]
    [InlineData("No")]
    [InlineData(null)]
    public void What_AWS_holds_again_after_a_write_in_doubt_leaves_the_later_date_to_decide_about_the_group(string? before)
    {
        var world = Settled();
        world.Edit(Maps.Funding, Place.PartnerCentral, before);
        world.Settle();
        world.Pass(60);
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostWritten);
        world.Edit(Maps.Funding, Place.PartnerCentral, before);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Winter");
        world.Pass(8);
        world.Touch(Side.Salesforce);
        world.Settle();

        // Had the write not arrived, AWS would look the same, and both sides had edited.
        BothSidesSay(world, "Spring", "Yes");
        Assert.Contains(world.Journal, e => e is { Row: Maps.Campaign, Place: Place.PartnerCentral, Value: "Winter", Cause: JournalCause.LaterDateWon });
    }

    [Fact]
    public void A_seller_who_goes_back_after_a_write_in_doubt_contests_what_AWS_says_of_the_group_since()
    {
        var world = Settled();
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostNothingWritten);
        world.PutBack(Maps.Funding, Place.CoSell);
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Winter");
        world.Edit(Maps.Funding, Place.PartnerCentral, "Maybe");
        world.Pass(8);
        world.Touch(Side.Salesforce);
        world.Settle();

        // Had the yes arrived, the colleague's maybe and the seller's no would both be edits of it.
        BothSidesSay(world, "Spring", "No");
        Assert.Contains(world.Journal, e => e is { Row: Maps.Campaign, Place: Place.PartnerCentral, Value: "Winter", Cause: JournalCause.LaterDateWon });
        Assert.Contains(world.Journal, e => e is { Row: Maps.Funding, Place: Place.PartnerCentral, Value: "Maybe", Cause: JournalCause.LaterDateWon });
    }

    [Fact]
    public void What_lost_with_its_group_flows_when_both_sides_empty_the_row_that_had_won()
    {
        var world = Settled();
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Summer");
        world.Pass(8);
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostNothingWritten);
        foreach (var place in new[] { Place.CoSell, Place.PartnerCentral }) world.Edit(Maps.Funding, place, null);
        world.Pass(300);
        world.Settle();

        RowSays(world, Maps.Campaign, "Summer");
        Assert.Null(world.Value(Maps.Funding, Place.CoSell));
        Assert.Null(world.Value(Maps.Funding, Place.PartnerCentral));
    }

    [Fact]
    public void What_lost_with_its_group_flows_when_both_sides_say_something_new_of_the_row_that_had_won()
    {
        var world = Settled();
        world.Edit(Maps.Campaign, Place.PartnerCentral, "Summer");
        world.Pass(8);
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle(Fault.AnswerLostNothingWritten);
        foreach (var place in new[] { Place.CoSell, Place.PartnerCentral }) world.Edit(Maps.Funding, place, "Maybe");
        world.Pass(300);
        world.Settle();

        BothSidesSay(world, "Summer", "Maybe");
    }

    [Fact]
    public void A_telephone_number_that_nobody_touched_is_not_sent_in_another_country_s_reading_with_its_group()
    {
        var phone = CodecTable.Create("phone", new CodecArguments(), out _)!;
        var map = new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Campaign, Maps.Comments).Rows.Select(r => r.Label switch { Maps.Campaign => r with { Codec = phone }, Maps.Comments => r with { Label = "Country" }, _ => r })]);
        var world = new World(Rule.Ours, map, "Approved");
        world.Edit("Country", Place.CoSell, "US");
        world.Edit(Maps.Campaign, Place.CoSell, "206 555 0100");
        world.Settle();
        foreach (var place in new[] { Place.CoSell, Place.PartnerCentral }) world.Edit("Country", place, "DE");
        world.Pass(300);
        world.Settle();
        world.Edit(Maps.Funding, Place.CoSell, "Yes");
        world.Settle();

        Assert.Equal("+12065550100", world.Value(Maps.Campaign, Place.PartnerCentral));
        Assert.Equal("Yes", world.Value(Maps.Funding, Place.PartnerCentral));
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

    internal static void RowSays(World world, string row, string value) =>
        Assert.All([Place.CoSell, Place.PartnerCentral], place => Assert.Equal(value, world.Value(row, place)));
}
