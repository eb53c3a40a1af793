using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Lifecycle;

public sealed class AssociationStepsTests
{
    private const string Ten = "S-10;S-11;S-12;S-13;S-14;S-15;S-16;S-17;S-18;S-19";
    private const string TenOthers = "S-20;S-21;S-22;S-23;S-24;S-25;S-26;S-27;S-28;S-29";

    [Fact]
    public void The_new_one_goes_before_the_old_one() =>
        Assert.Equal(["Associate S-2", "Disassociate S-1"], Steps(Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-2")));

    [Fact]
    public void Only_where_AWS_has_no_room_an_old_one_goes_first() => Assert.Equal(
        [
            "Disassociate S-10", "Associate S-20", "Disassociate S-11", "Associate S-21", "Disassociate S-12", "Associate S-22", "Disassociate S-13", "Associate S-23", "Disassociate S-14", "Associate S-24",
            "Disassociate S-15", "Associate S-25", "Disassociate S-16", "Associate S-26", "Disassociate S-17", "Associate S-27", "Disassociate S-18", "Associate S-28", "Disassociate S-19", "Associate S-29",
        ],
        Steps(Settled(new Deal().AtAws("Approved").With("Solution_Offered__c", Ten).Associated(Ten)).With("Solution_Offered__c", TenOthers)));

    [Fact]
    public void With_room_for_one_the_new_one_still_goes_first() => Assert.Equal(
        ["Associate S-20", "Disassociate S-11", "Associate S-21", "Disassociate S-12"],
        Steps(Settled(new Deal().AtAws("Approved").With("Solution_Offered__c", Ten[5..]).Associated(Ten[5..])).With("Solution_Offered__c", Ten[15..] + ";S-20;S-21")));

    [Fact]
    public void Ten_solutions_are_no_problem_and_eleven_are()
    {
        var deal = Settled(new Deal().AtAws("Approved"));
        Assert.Null(deal.With("Solution_Offered__c", Ten[5..] + ";S-1").Plan().Report.Error);
        Assert.Equal(9, Steps(deal).Length);

        deal.With("Solution_Offered__c", Ten + ";S-1");

        Assert.Empty(Steps(deal));
        Assert.Equal("Solution Offered: 11 chosen; AWS takes 10. Take 1 away.", deal.Plan().Report.Error);
    }

    [Fact]
    public void The_last_solution_stays_while_AWS_refuses_the_new_one()
    {
        var deal = Refused(Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-2"), "S-2");

        Assert.Empty(Steps(deal));
        Assert.StartsWith("Solution Offered: AWS refused: 'S-2: no such solution'. Nothing was changed. Ref ", deal.Plan().Report.Error, StringComparison.Ordinal);
        Assert.Equal("Solution Offered: AWS wants a solution; S-1 stays until another is there.", deal.Plan().Report.Note);
    }

    [Fact]
    public void One_refused_solution_stops_neither_the_others_nor_the_update()
    {
        var deal = Refused(Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-2;S-3").With("Opportunity_Type__c", "Expansion"), "S-2");

        Assert.Equal(["Associate S-3", "UpdateOpportunity", "Disassociate S-1"], Steps(deal));
    }

    [Fact]
    public void A_refused_solution_is_tried_again_when_the_seller_changes_the_row()
    {
        var deal = Refused(Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-1;S-2"), "S-2");
        Assert.Empty(Steps(deal));

        Assert.Equal(["Associate S-2", "Associate S-3"], Steps(deal.With("Solution_Offered__c", "S-1;S-2;S-3")));
    }

    [Fact]
    public void A_refused_solution_does_not_stand_for_the_one_that_AWS_wants()
    {
        var deal = Refused(Settled(new Deal().AtAws("Pending Submission", associated: false)).With("Submit_To_AWS__c", true), "S-1");

        Assert.Empty(Steps(deal));
        Assert.Contains("Solution Offered: AWS wants a solution before submission. Choose one.", deal.Plan().Report.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_cannot_be_an_id_is_sent()
    {
        var deal = Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-1;S-2;Data lake");

        Assert.Equal(["Associate S-2"], Steps(deal));
        Assert.Equal("Solution Offered: 'Data lake' is not a solution's S-number, such as S-0001234. Correct it.", deal.Plan().Report.Error);
    }

    /// <summary>AWS was asked to associate a solution of this row, and said no.</summary>
    private static Deal Refused(Deal deal, string solution)
    {
        var plan = deal.Plan();
        deal.Baseline = Receipts.Refused(plan.Next, plan.Steps.Single(s => s.Entity == solution), "no such solution", new Dictionary<string, string>(), new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)) with { Sent = [] };
        return deal;
    }

    private static string[] Steps(Deal deal) => [.. deal.Plan().Steps.Where(s => s.Kind != StepKind.UpdateRecord).Select(s => s.ToString())];

    /// <summary>What stands on both sides is accounted for.</summary>
    private static Deal Settled(Deal deal)
    {
        deal.Baseline = deal.Plan().Next with { Sent = [], Intent = null };
        return deal;
    }
}
