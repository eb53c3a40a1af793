using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Lifecycle;

public sealed class NextStepsTests
{
    [Fact]
    public void Nothing_is_created_before_the_tick() => Assert.Empty(TowardsAws(new Deal()));

    [Fact]
    public void With_the_tick_and_every_requirement_the_opportunity_is_created_first() =>
        Assert.Equal([StepKind.CreateOpportunity], TowardsAws(new Deal().With("Submit_To_AWS__c", true)));

    [Fact]
    public void Nothing_is_created_while_a_requirement_is_missing()
    {
        var deal = new Deal().With("Submit_To_AWS__c", true).With("Industry__c", null);

        Assert.Empty(TowardsAws(deal));
        Assert.Equal("Industry: empty. Choose the customer's industry.", deal.Plan().Report.Error);
    }

    [Fact]
    public void A_create_carries_the_rows_and_its_token()
    {
        var body = JsonNode.Parse(new Deal().With("Submit_To_AWS__c", true).Plan().Steps[0].Intent!.Body)!;

        Assert.Equal("Acme", (string?)body["Customer"]!["Account"]!["CompanyName"]);
        Assert.Equal("Partner Referral", (string?)body["Origin"]);
        Assert.Equal("a01000000000001AAA", (string?)body["PartnerOpportunityIdentifier"]);
        Assert.Equal("CL-1-1", (string?)body["ClientToken"]);
        Assert.Null(body["RelatedEntityIdentifiers"]);
        Assert.Null(body["InvolvementType"]);
    }

    [Fact]
    public void An_uncertain_create_is_replayed_unchanged()
    {
        var deal = new Deal().With("Submit_To_AWS__c", true);
        var first = deal.Plan();
        deal.Baseline = first.Next;
        deal.With("Customer_Company_Name__c", "Renamed");

        Assert.Equal(first.Steps[0].Intent!.Body, deal.Plan().Steps[0].Intent!.Body);
    }

    [Fact]
    public void A_solution_is_associated_before_the_update_and_the_submission_waits_for_both()
    {
        var deal = Settled(new Deal().AtAws("Pending Submission", associated: false)).With("Submit_To_AWS__c", true).With("Partner_Project_Title__c", "Another title");

        Assert.Equal([StepKind.Associate, StepKind.UpdateOpportunity], TowardsAws(deal));
    }

    [Fact]
    public void A_solution_is_disassociated_after_the_update()
    {
        var deal = Settled(new Deal().AtAws("Approved")).With("Solution_Offered__c", "S-2").With("Opportunity_Type__c", "Expansion");

        Assert.Equal([StepKind.Associate, StepKind.UpdateOpportunity, StepKind.Disassociate], TowardsAws(deal));
    }

    [Fact]
    public void With_nothing_else_to_do_the_ticked_draft_is_submitted()
    {
        var deal = Settled(new Deal().AtAws("Pending Submission")).With("Submit_To_AWS__c", true);

        Assert.Equal([StepKind.Submit], TowardsAws(deal));
        var body = JsonNode.Parse(deal.Plan().Steps[0].Intent!.Body)!;
        Assert.Equal("O1", (string?)body["Identifier"]);
        Assert.Equal("Co-Sell", (string?)body["AwsSubmission"]!["InvolvementType"]);
        Assert.Equal("Full", (string?)body["AwsSubmission"]!["Visibility"]);
    }

    [Fact]
    public void An_unticked_draft_is_not_submitted() => Assert.Empty(TowardsAws(Settled(new Deal().AtAws("Pending Submission"))));

    [Fact]
    public void Nothing_is_sent_while_AWS_reviews() =>
        Assert.Empty(TowardsAws(Settled(new Deal().AtAws("In review")).With("Opportunity_Type__c", "Expansion").With("Submit_To_AWS__c", true)));

    [Fact]
    public void Action_Required_clears_the_old_tick()
    {
        var deal = Settled(new Deal().AtAws("Action Required")).With("Submit_To_AWS__c", true).With("Status__c", "In review");

        var plan = deal.Plan();

        Assert.Equal(StepKind.UpdateRecord, Assert.Single(plan.Steps).Kind);
        Assert.Contains(KeyValuePair.Create("Submit_To_AWS__c", "false"), plan.Steps[0].Bookkeeping);
    }

    [Fact]
    public void Changes_collect_until_a_fresh_tick_sends_them_in_one_update()
    {
        var deal = Settled(new Deal().AtAws("Action Required")).With("Target_Close_Date__c", "2027-01-31").With("Project_Description__c", "Another text of twenty characters");
        Assert.Empty(TowardsAws(deal));

        deal.With("Submit_To_AWS__c", true);

        Assert.Equal([StepKind.UpdateOpportunity], TowardsAws(deal));
        Assert.Equal(["Project Description", "Target Close Date"], deal.Plan().Steps[0].Changes.Select(c => c.Row));
    }

    [Fact]
    public void A_fresh_tick_with_nothing_left_to_send_submits_again() =>
        Assert.Equal([StepKind.Submit], TowardsAws(Settled(new Deal().AtAws("Action Required")).With("Submit_To_AWS__c", true)));

    [Fact]
    public void A_referral_is_accepted_when_the_seller_says_so()
    {
        var deal = new Deal().Referred().With("Referral_Decision__c", "Accept");

        Assert.Equal([StepKind.Accept], TowardsAws(deal));
        Assert.Equal("engi-1", (string?)JsonNode.Parse(deal.Plan().Steps[0].Intent!.Body)!["Identifier"]);
    }

    [Fact]
    public void A_referral_is_rejected_with_the_sellers_reason()
    {
        var deal = new Deal().Referred().With("Referral_Decision__c", "Reject").With("Rejection_Reason__c", "Customer problem unclear");

        Assert.Equal([StepKind.Reject], TowardsAws(deal));
        Assert.Equal("Customer problem unclear", deal.Plan().Steps[0].Reason);
    }

    [Fact]
    public void A_referral_is_not_rejected_without_a_reason()
    {
        var deal = new Deal().Referred().With("Referral_Decision__c", "Reject");

        Assert.Empty(TowardsAws(deal));
        Assert.Equal("Rejection Reason: empty. Choose why you reject the referral; AWS asks for a reason.", deal.Plan().Report.Error);
    }

    [Theory]
    [InlineData("REJECTED")]
    [InlineData("EXPIRED")]
    public void An_answered_referral_is_not_answered_again(string status) => Assert.Empty(TowardsAws(new Deal().Referred(status).With("Referral_Decision__c", "Accept")));

    [Fact]
    public void A_referral_that_somebody_accepted_elsewhere_has_its_opportunity_looked_for_and_is_not_accepted_again() =>
        Assert.Equal([StepKind.FindOpportunity], TowardsAws(new Deal().Referred("ACCEPTED").With("Referral_Decision__c", "Accept")));

    [Fact]
    public void A_create_that_was_refused_is_looked_for_and_stays_refused()
    {
        var refusal = new Refusal("body", "Name a date.", new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.Zero));
        var deal = new Deal().With("Submit_To_AWS__c", true);
        deal.Baseline = Baseline.Never with
        {
            Refusals = Baseline.Never.Refusals.Add("step:CreateOpportunity::", refusal),
            Intent = new Intent { Kind = StepKind.CreateOpportunity, Token = "CL-1-1", Body = "{}", FirstSent = refusal.At, LastSent = refusal.At, Tries = 1, IsTokenSpent = true, Parts = [] },
        };

        Assert.Equal([StepKind.FindOpportunity], TowardsAws(deal));
        Assert.Equal(refusal, deal.Plan().Next.Refusals["step:CreateOpportunity::"]);
    }

    [Theory]
    [InlineData("\n", "", false)]
    [InlineData("\r\n", "", false)]
    [InlineData("\r", "", false)]
    [InlineData("\n", "\r\n ", false)]
    [InlineData(" ", "", true)]
    public void A_report_that_Salesforce_keeps_with_other_line_ends_or_blanks_around_is_not_written_again(string lineEnd, string around, bool isWritten)
    {
        var deal = new Deal().With("Submit_To_AWS__c", true).With("Industry__c", null).With("Country__c", null).With("Sync_Status__c", "Missing information");
        deal.Baseline = Baseline.Never with { News = "Next Step was replaced.\nRestore it with R1." };
        deal.With("Sync_Error__c", $"{around}Industry: empty. Choose the customer's industry.{lineEnd}Country: empty. Fill in the account's billing country.{around}")
            .With("Sync_Note__c", $"{around}Next Step was replaced.{lineEnd}Restore it with R1.{around}");

        Assert.Equal(isWritten ? ["Sync_Error__c", "Sync_Note__c"] : [], deal.Plan().Steps.SelectMany(s => s.Bookkeeping).Select(b => b.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public void Nothing_to_report_is_not_written_over_blanks(string kept) =>
        Assert.Empty(new Deal().With("Sync_Status__c", "Ready to submit").With("Sync_Error__c", kept).With("Sync_Note__c", kept).Plan().Steps);

    [Fact]
    public void An_unanswered_referral_waits() => Assert.Empty(TowardsAws(new Deal().Referred()));

    private static StepKind[] TowardsAws(Deal deal) => [.. deal.Plan().Steps.Where(s => s.Kind != StepKind.UpdateRecord).Select(s => s.Kind)];

    /// <summary>What stands on both sides is accounted for.</summary>
    private static Deal Settled(Deal deal)
    {
        deal.Baseline = deal.Plan().Next with { Sent = [], Intent = null };
        return deal;
    }
}
