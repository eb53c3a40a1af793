using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

public sealed class Withdrawals
{
    [Fact]
    public void A_loser_that_lost_twice_flows_when_the_winner_withdraws()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "In review");
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Edit(Maps.Comments, Place.PartnerCentral, "old");
        world.Settle();
        world.Edit(Maps.Comments, Place.PartnerCentral, "first");
        world.Pass(60);
        world.Edit(Maps.Comments, Place.CoSell, "winner");
        world.Settle();
        world.Edit(Maps.Comments, Place.PartnerCentral, "second");
        world.Pass(60);
        world.Touch(Side.Salesforce);
        world.Settle();

        // The seller takes the winner back, and AWS its second thought.
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Edit(Maps.Comments, Place.PartnerCentral, "first");
        world.Settle();

        Assert.Equal("first", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal("first", world.Value(Maps.Comments, Place.PartnerCentral));
    }

    [Fact]
    public void A_decision_that_another_one_put_aside_is_back_when_that_one_is_withdrawn()
    {
        // AWS reviews, so nothing goes there. Salesforce wins what both hold; a colleague's later edit wins instead, and is undone; then the seller takes the first edit back too.
        var world = new World(Rule.Ours, Maps.Of(Maps.NextStep), "In review", Side.Salesforce);
        world.Edit(Maps.NextStep, Place.PartnerCentral, "call");
        world.Edit(Maps.NextStep, Place.CoSell, "visit");
        world.Settle();
        world.Pass(200);
        world.Edit(Maps.NextStep, Place.PartnerCentral, "offer");
        world.Settle(Fault.CrashBeforeDelivery);
        world.PutBack(Maps.NextStep, Place.PartnerCentral);
        world.Settle();
        world.Edit(Maps.NextStep, Place.CoSell, null);
        world.Settle();

        Assert.Equal("CALL", world.Value(Maps.NextStep, Place.CoSell));
        Assert.Equal("CALL", world.Value(Maps.NextStep, Place.PartnerCentral));
    }

    [Fact]
    public void A_winner_that_takes_its_edit_back_while_the_row_waits_for_its_condition_lets_the_other_flow()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Reason), "Approved");
        world.Edit(Maps.Type, Place.CoSell, "Upsell");
        world.Edit(Maps.Reason, Place.CoSell, "old");
        world.Settle();
        world.Edit(Maps.Reason, Place.PartnerCentral, "theirs");
        world.Pass(60);
        world.Edit(Maps.Reason, Place.CoSell, "mine");
        world.Settle(Fault.CrashBeforeDelivery);

        // Salesforce had won, but AWS does not take a reason any more. Then the seller takes it back.
        world.Pass(200);
        world.Edit(Maps.Type, Place.CoSell, "Renew");
        world.Settle();
        world.PutBack(Maps.Reason, Place.CoSell);
        world.Settle();
        world.Pass(200);
        world.Settle();

        Assert.Equal("theirs", world.Value(Maps.Reason, Place.CoSell));
        Assert.Equal("theirs", world.Value(Maps.Reason, Place.PartnerCentral));
    }

    [Fact]
    public void A_loser_that_takes_its_edit_back_contests_nothing_any_more()
    {
        var world = Settled();
        world.Edit(Maps.Comments, Place.CoSell, "mine");
        world.Pass(60);
        world.Edit(Maps.Comments, Place.PartnerCentral, "theirs");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Pass(60);
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Settle();

        Assert.Equal("theirs", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal("theirs", world.Value(Maps.Comments, Place.PartnerCentral));
    }

    [Theory]
    [InlineData("sent")]
    [InlineData("moved on")]
    public void What_stood_at_AWS_before_a_write_in_doubt_is_kept_when_a_colleague_puts_it_back(string inSalesforce)
    {
        var world = Settled();
        world.Edit(Maps.Comments, Place.CoSell, "sent");
        world.Settle(Fault.AnswerLostWritten);
        world.Edit(Maps.Comments, Place.CoSell, inSalesforce);
        world.Pass(60);
        world.Edit(Maps.Comments, Place.PartnerCentral, "third");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Comments, Place.PartnerCentral, "old");
        world.Edit(Maps.Comments, Place.CoSell, "again");
        world.Settle();

        Assert.Equal("again", world.Value(Maps.Comments, Place.CoSell));
        Assert.Equal("again", world.Value(Maps.Comments, Place.PartnerCentral));
        Assert.Contains(world.Journal, e => e is { Place: Place.PartnerCentral, Value: "old" });
    }

    [Theory]
    [InlineData(Place.PartnerCentral, Place.CoSell)]
    [InlineData(Place.CoSell, Place.PartnerCentral)]
    public void A_loser_that_empties_what_was_never_accounted_for_is_in_the_journal(Place loser, Place winner)
    {
        // Neither side has got what won: AWS reviews, or the worker ended before it was sent.
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), winner == Place.CoSell ? "In review" : "Approved");
        world.Edit(Maps.Comments, loser, "theirs");
        world.Pass(60);
        world.Edit(Maps.Comments, winner, "later");
        world.Settle(Fault.CrashBeforeDelivery);
        world.Edit(Maps.Comments, loser, null);
        world.Settle();
        world.Reviewed("Approved");
        world.Settle();

        Assert.Equal("later", world.Value(Maps.Comments, loser));
        Assert.Equal("later", world.Value(Maps.Comments, winner));
        Assert.Contains(world.Journal, e => e is { Row: Maps.Comments, Value: "theirs", Cause: JournalCause.LaterDateWon });
        Assert.Single(world.Journal, e => e is { Row: Maps.Comments, Value: null, Cause: JournalCause.Blank, ReplacedBy: "later" } && e.Place == loser);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_won_and_was_taken_back_while_its_write_was_still_to_land_does_not_come_back_with_it(bool isUnreadableForOnce)
    {
        var world = Settled();
        world.Edit(Maps.Comments, Place.CoSell, "seller");
        world.Pass(60);
        world.Edit(Maps.Comments, Place.PartnerCentral, "colleague");
        world.Settle(Fault.WrittenLate, Maps.Comments);

        // The colleague takes it back, so what the seller said goes to AWS; only then the write to Salesforce lands, and the answer of the one to AWS is lost.
        world.Edit(Maps.Comments, Place.PartnerCentral, "old");
        world.Settle(Fault.AnswerLostWritten);
        Assert.Equal("seller", world.Value(Maps.Comments, Place.PartnerCentral));
        world.Pass(61);
        Assert.Equal("colleague", world.Value(Maps.Comments, Place.CoSell));
        if (isUnreadableForOnce) world.Settle(Fault.Unreadable, Maps.Comments, Place.CoSell);
        world.Settle();

        Assert.Equal("seller", world.Value(Maps.Comments, Place.PartnerCentral));
        Assert.Equal("seller", world.Value(Maps.Comments, Place.CoSell));
    }

    /// <summary>Both sides hold the same, and have settled.</summary>
    private static World Settled()
    {
        var world = new World(Rule.Ours, Maps.Of(Maps.Comments), "Approved");
        world.Edit(Maps.Comments, Place.CoSell, "old");
        world.Settle();
        return world;
    }
}
