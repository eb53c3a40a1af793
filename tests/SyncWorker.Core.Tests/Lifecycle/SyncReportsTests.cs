using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Lifecycle;

public sealed class SyncReportsTests
{
    private static readonly Standing Draft = new() { HasRecord = true };
    private static readonly Standing Approved = new() { HasRecord = true, HasOpportunity = true, ReviewStatus = "Approved", AwsStage = "Qualified" };
    private static readonly Problem Missing = new("Industry", "empty", "Choose the customer's industry.");

    [Fact]
    public void A_draft_that_lacks_something_is_a_draft_until_it_is_ticked()
    {
        Assert.Equal("Draft", Of(Draft, [Missing]).Status);
        Assert.Equal("Missing information", Of(Draft with { SubmitTicked = true }, [Missing]).Status);
    }

    [Fact]
    public void A_complete_draft_is_ready_and_submitting_once_ticked()
    {
        Assert.Equal("Ready to submit", Of(Draft).Status);
        Assert.Equal("Submitting", Of(Draft with { SubmitTicked = true }).Status);
    }

    [Theory]
    [InlineData("Pending Submission", "Ready to submit")]
    [InlineData("Submitted", "In AWS review")]
    [InlineData("In review", "In AWS review")]
    [InlineData("Action Required", "Action required by AWS")]
    [InlineData("Rejected", "Rejected by AWS")]
    [InlineData("Approved", "In sync")]
    public void The_status_follows_the_review(string review, string expected) => Assert.Equal(expected, Of(Approved with { ReviewStatus = review }).Status);

    [Theory]
    [InlineData("Launched")]
    [InlineData("Closed Lost")]
    public void A_finished_sale_is_closed_at_AWS(string stage) => Assert.Equal("Closed at AWS", Of(Approved with { AwsStage = stage }).Status);

    [Fact]
    public void A_problem_after_approval_needs_attention() => Assert.Equal("Needs attention", Of(Approved, [Missing]).Status);

    [Theory]
    [InlineData(HoldKind.InFlight)]
    [InlineData(HoldKind.UnderReview)]
    public void What_waits_is_no_error(HoldKind kind)
    {
        var report = Of(Approved, holds: new Hold("Sale Stage", kind, "waits"));

        Assert.Equal("Update waiting", report.Status);
        Assert.Null(report.Error);
    }

    [Theory]
    [InlineData("PENDING", "Referral to answer")]
    [InlineData("ACCEPTED", "Submitting")]
    [InlineData("REJECTED", "Not shared")]
    [InlineData("EXPIRED", "Not shared")]
    public void A_referral_says_where_it_stands(string invitation, string expected) => Assert.Equal(expected, Of(Draft with { IsReferral = true, InvitationStatus = invitation }).Status);

    [Fact]
    public void A_request_of_AWS_names_its_words_and_the_rows_of_the_map_that_are_open_in_the_maps_order() => Assert.Equal(
        "AWS asks for a change: 'Which region?'. Open now: Close Date, Website. Tick Submit To AWS when done.",
        Of(Approved with { ReviewStatus = "Action Required", ReviewComments = "Which region?" }).Error);

    [Fact]
    public void A_rejection_is_final_and_says_why() => Assert.Equal(
        "AWS rejected this opportunity: 'Forecast Conflict'. It cannot be reopened; create a new one if that is wrong.",
        Of(Approved with { ReviewStatus = "Rejected", ReviewReason = "Forecast Conflict" }).Error);

    [Fact]
    public void A_refusal_is_in_AWS_words_with_a_reference() => Assert.Equal(
        "Target Close Date: AWS refused: 'Invalid date'. Nothing was changed. Ref 7f3a.", Of(Approved, holds: new Hold("Target Close Date", HoldKind.Refused, "Invalid date")).Error);

    [Fact]
    public void A_refusal_of_several_things_is_one_line_each() => Assert.Equal(
        "AWS refused: 'Customer Website: no website'. Nothing was changed. Ref 7f3a.\nAWS refused: 'too many needs'. Nothing was changed. Ref 7f3a.",
        Of(Approved, holds: new Hold("", HoldKind.Refused, "Customer Website: no website\ntoo many needs")).Error);

    [Fact]
    public void Each_problem_is_one_line() => Assert.Equal(
        "Industry: empty. Choose the customer's industry.\nCountry: 'Atlantis' is no country.",
        Of(Draft, [Missing], new Hold("Country", HoldKind.Unknown, "'Atlantis' is no country")).Error);

    [Fact]
    public void The_note_says_when_a_referral_expires() => Assert.Equal(
        "Answer by 20 Nov 17:00 UTC or the referral expires.",
        Of(Draft with { IsReferral = true, InvitationStatus = "PENDING", ExpirationDate = "2026-11-20T17:00:00Z" }).Note);

    [Fact]
    public void The_note_counts_the_changes_that_wait_for_a_review()
    {
        Hold[] three = [new("Sale Stage", HoldKind.UnderReview, ""), new("Use Case", HoldKind.UnderReview, ""), new("Town", HoldKind.UnderReview, "")];

        Assert.Equal("AWS is reviewing; your 3 changes go out when it is done.", Of(Approved, holds: three).Note);
        Assert.Equal("AWS is reviewing; your change goes out when it is done.", Of(Approved, holds: three[0]).Note);
    }

    [Fact]
    public void A_locked_row_that_differs_is_news_and_no_error()
    {
        var report = Of(Approved, holds: new Hold("Project Title", HoldKind.Locked, "differs: locked by AWS"));

        Assert.Equal(new SyncReport("In sync", null, "Project Title differs: locked by AWS."), report);
    }

    [Fact]
    public void Rows_that_go_together_say_which_of_them_is_still_empty()
    {
        var report = Of(Approved, holds: new Hold("Contract End Date", HoldKind.Missing, "empty; Contract Start Date, Contract End Date go to AWS together"));

        Assert.Equal(new SyncReport("In sync", null, "Contract End Date: empty; Contract Start Date, Contract End Date go to AWS together."), report);
    }

    [Fact]
    public void A_decided_conflict_is_news()
    {
        var news = "Stage Qualified was replaced by Committed, set in Partner Central on 12 Nov 14:05 UTC; restore with ref 7f3a.";

        Assert.Equal(news, News.Of("Stage", "Qualified", "Committed", Core.Opportunities.Side.PartnerCentral, new DateTimeOffset(2026, 11, 12, 14, 5, 0, TimeSpan.Zero), "7f3a"));
        Assert.Equal(news, SyncReports.Of(Map, Approved, [], [], Baseline.Never with { News = news }, stepsLeft: false, "7f3a").Note);
    }

    private static readonly FieldMap Map = new("Co_Sell__c",
    [
        Row("Close Date", "opportunity.LifeCycle.TargetCloseDate"),
        Row("Title", "opportunity.Project.Title"),
        Row("Website", "opportunity.Customer.Account.WebsiteUrl"),
        Row("City", "opportunity.Customer.Account.Address.City") with { Flow = Flow.ToSalesforce },
    ]);

    private static Row Row(string label, string path)
    {
        if (!MemberPath.TryParse(path, out var member, out var problem)) throw new ArgumentException(problem, nameof(path));
        return new Row { Label = label, Fields = [], Read = [member], Write = member, Flow = Flow.Both, Codec = CodecTable.Create("text", new CodecArguments(), out _)! };
    }

    private static SyncReport Of(Standing standing, ImmutableArray<Problem> problems = default, params Hold[] holds) =>
        SyncReports.Of(Map, standing, problems.IsDefault ? [] : problems, [.. holds], Baseline.Never, stepsLeft: false, "7f3a");
}
