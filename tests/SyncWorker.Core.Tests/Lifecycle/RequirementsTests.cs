using System.Collections.Immutable;
using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Core.Tests.Lifecycle;

public sealed class RequirementsTests
{
    private static readonly ImmutableDictionary<string, string> Complete = new Dictionary<string, string>
    {
        ["Customer Company Name"] = "Acme",
        ["Customer Website"] = "https://acme.example",
        ["Industry"] = "Retail",
        ["Country"] = "US",
        ["State"] = "Ohio",
        ["Postal Code"] = "43004",
        ["Partner Project Title"] = "Move to AWS",
        ["Project Description"] = "Twenty characters or more",
        ["Use Case"] = "Migration",
        ["Delivery Model"] = "SaaS or PaaS",
        ["Expected Monthly AWS Revenue"] = "1000",
        ["Sales Activities"] = "Initialized discussions with customer",
        ["Partner Primary Need From AWS"] = "Co-Sell - Architectural Validation",
        ["Target Close Date"] = "2026-12-31",
        ["Sale Stage"] = "Qualified",
        ["Is Opp From Marketing Activity"] = "None",
        ["Involvement Type"] = "Co-Sell",
        ["Opportunity Type"] = "Net New Business",
        ["Solution Offered"] = "S-0000001",
    }.ToImmutableDictionary();

    [Fact]
    public void A_complete_opportunity_may_be_submitted() => Assert.Empty(Requirements.ForSubmission(With()));

    [Theory]
    [InlineData("Customer Company Name", null, "Customer Company Name: empty. Fill in the account's name; AWS needs it to find the customer.")]
    [InlineData("Customer Website", null, "Customer Website: empty. Fill in Website on the account; AWS needs it to find the customer.")]
    [InlineData("Industry", null, "Industry: empty. Choose the customer's industry.")]
    [InlineData("Country", null, "Country: empty. Fill in the account's billing country.")]
    [InlineData("Partner Project Title", null, "Partner Project Title: empty. Give the opportunity a name.")]
    [InlineData("Project Description", null, "Project Description: empty. Say what the customer wants to solve, in 20 to 2,000 characters.")]
    [InlineData("Project Description", "Fourteen chars", "Project Description: 14 characters; AWS needs 20 to 2,000. Say what the customer wants to solve.")]
    [InlineData("Use Case", null, "Use Case: empty. Choose a use case.")]
    [InlineData("Delivery Model", null, "Delivery Model: empty. Choose at least one delivery model.")]
    [InlineData("Expected Monthly AWS Revenue", null, "Expected Monthly AWS Revenue: empty. Estimate what AWS will earn a month.")]
    [InlineData("Expected Monthly AWS Revenue", "0", "Expected Monthly AWS Revenue: 0; AWS needs more than 0. Estimate what AWS will earn a month.")]
    [InlineData("Sales Activities", null, "Sales Activities: empty. Choose what was done with the customer so far.")]
    [InlineData("Partner Primary Need From AWS", null, "Partner Primary Need From AWS: empty. Choose what you need from AWS.")]
    [InlineData("Target Close Date", null, "Target Close Date: empty. Set a close date from today on.")]
    [InlineData("Target Close Date", "2026-11-12", "Target Close Date: 12 Nov has passed. Move Close Date; no other update can be sent until then.")]
    [InlineData("Sale Stage", null, "Sale Stage: empty. Choose a stage.")]
    [InlineData("Sale Stage", "Launched", "Sale Stage: Launched; AWS takes a submission only while the sale is open. Tick Submit Late: it is submitted at Business Validation, and closed when AWS has approved it.")]
    [InlineData("Is Opp From Marketing Activity", null, "Is Opp From Marketing Activity: empty. Say whether marketing brought the opportunity.")]
    [InlineData("Involvement Type", null, "Involvement Type: empty. Choose Co-Sell or For Visibility Only; nothing is assumed.")]
    [InlineData("Involvement Type", "For Visibility Only", "Involvement Type: For Visibility Only with a co-sell need. Choose Co-Sell, or the need Do Not Need Support from AWS Sales Rep.")]
    [InlineData("Partner Primary Need From AWS", "Do Not Need Support from AWS Sales Rep", "Involvement Type: Co-Sell without a need from AWS. Choose a need, or For Visibility Only.")]
    [InlineData("Opportunity Type", null, "Opportunity Type: empty. Choose the opportunity's type.")]
    [InlineData("Solution Offered", null, "Solution Offered: AWS wants a solution before submission. Choose one.")]
    [InlineData("State", null, "State: empty. Fill in the account's billing state; AWS needs it in the United States.")]
    [InlineData("Industry", "Other", "Other Industry: empty. Name the industry; AWS needs it when Industry is Other.")]
    [InlineData("Postal Code", "1234", "Postal Code: '1234' does not fit United States (12345 or 12345-6789). Correct the billing address.")]
    [InlineData("Postal Code", null, "Postal Code: empty. Fill in the account's billing postal code; AWS needs it in United States.")]
    public void What_a_submission_lacks_is_said_in_one_line(string row, string? value, string line) =>
        Assert.Equal(line, Assert.Single(Requirements.ForSubmission(With((row, value)))).ToString());

    [Fact]
    public void Everything_that_is_missing_is_listed_at_once() =>
        Assert.Equal(17, Requirements.ForSubmission(new Facts(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, new DateOnly(2026, 11, 23))).Length);

    [Fact]
    public void What_cannot_be_read_is_named_with_the_reason()
    {
        var facts = With(("Industry", null)) with { Unreadable = ImmutableDictionary<string, string>.Empty.Add("Industry", "'Mining' has no AWS industry") };

        Assert.Equal("Industry: 'Mining' has no AWS industry. Correct it; AWS needs it.", Assert.Single(Requirements.ForSubmission(facts)).ToString());
    }

    [Fact]
    public void A_country_without_postal_codes_needs_none() => Assert.Empty(Requirements.ForSubmission(With(("Country", "AE"), ("State", null), ("Postal Code", null))));

    [Fact]
    public void National_security_needs_no_website_state_or_postal_code() =>
        Assert.Empty(Requirements.ForSubmission(With(("National Security", "Yes"), ("Customer Website", null), ("State", null), ("Postal Code", null))));

    [Fact]
    public void Another_solution_in_words_serves_a_submission() => Assert.Empty(Requirements.ForSubmission(With(("Solution Offered", null), ("Other Solution Offered", "Ours"))));

    [Fact]
    public void A_marketing_activity_names_its_funding_and_channels() => Assert.Equal(
        ["Is Marketing Development Funded: empty. Say whether AWS funded the marketing activity.", "Marketing Channels: empty. Choose the marketing activity's channels."],
        Requirements.ForUpdate(With(("Is Opp From Marketing Activity", "Yes"))).Select(p => p.ToString()));

    [Theory]
    [InlineData("Committed")]
    [InlineData("Launched")]
    public void From_Committed_on_AWS_wants_a_solution_and_words_do_not_serve(string stage) => Assert.Equal(
        "Solution Offered: AWS wants a solution from Committed on. Choose one.",
        Assert.Single(Requirements.ForUpdate(With(("Sale Stage", stage), ("Solution Offered", null), ("Other Solution Offered", "Ours")))).ToString());

    [Fact]
    public void Closed_Lost_needs_its_reason() => Assert.Equal(
        "Closed Lost Reason: empty. Choose one; AWS takes no changes afterwards.", Assert.Single(Requirements.ForUpdate(With(("Sale Stage", "Closed Lost")))).ToString());

    [Fact]
    public void A_rejection_needs_its_reason()
    {
        Assert.Equal("Rejection Reason: empty. Choose why you reject the referral; AWS asks for a reason.", Assert.Single(Requirements.ForRejection(null)).ToString());
        Assert.Empty(Requirements.ForRejection("Customer not interested"));
    }

    private static Facts With(params (string Row, string? Value)[] rows)
    {
        var values = rows.Aggregate(Complete, (all, row) => row.Value is null ? all.Remove(row.Row) : all.SetItem(row.Row, row.Value));
        return new Facts(values, ImmutableDictionary<string, string>.Empty, new DateOnly(2026, 11, 23));
    }
}
