using System.Collections.Immutable;
using System.Globalization;
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
    [InlineData("Partner Primary Need From AWS", "Co-Sell - Deal Support;Do Not Need Support from AWS Sales Rep", "Partner Primary Need From AWS: 'Do Not Need Support from AWS Sales Rep' beside other needs; AWS takes it alone. Choose the needs, or that one.")]
    [InlineData("Postal Code", null, "Postal Code: empty. Fill in the account's billing postal code; AWS needs it in United States.")]
    public void What_a_submission_lacks_is_said_in_one_line(string row, string? value, string line) =>
        Assert.Equal(line, Assert.Single(Requirements.ForSubmission(With((row, value)))).ToString());

    [Fact]
    public void Everything_that_is_missing_is_listed_at_once() =>
        Assert.Equal(17, Requirements.ForSubmission(new Facts(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty, new DateOnly(2026, 11, 23))).Length);

    [Fact]
    public void What_cannot_be_read_says_itself_what_to_do_and_nothing_else_is_added()
    {
        var facts = With(("Sale Stage", null)) with { Unreadable = ImmutableDictionary<string, string>.Empty.Add("Sale Stage", "'Pilot' has no AWS stage. Ask your Salesforce admin to map it") };

        Assert.Equal("Sale Stage: 'Pilot' has no AWS stage. Ask your Salesforce admin to map it.", Assert.Single(Requirements.ForSubmission(facts)).ToString());
    }

    [Fact]
    public void What_a_seller_wrote_and_nobody_understands_is_not_left_out_of_a_submission()
    {
        var facts = With() with { Malformed = [KeyValuePair.Create("Customer Phone", "'abc' is not a telephone number that AWS takes. Write it as +12065550100")] };

        Assert.Equal("Customer Phone: 'abc' is not a telephone number that AWS takes. Write it as +12065550100.", Assert.Single(Requirements.ForSubmission(facts)).ToString());
        Assert.Empty(Requirements.ForUpdate(facts));
    }

    [Fact]
    public void A_country_without_postal_codes_needs_none() => Assert.Empty(Requirements.ForSubmission(With(("Country", "AE"), ("State", null), ("Postal Code", null))));

    [Fact]
    public void National_security_needs_no_website_state_or_postal_code_in_the_United_States() => Assert.Empty(Requirements.ForSubmission(
        With(("National Security", "Yes"), ("Industry", "Government"), ("Customer Website", null), ("State", null), ("Postal Code", null))));

    [Fact]
    public void National_security_needs_government_a_co_sell_need_and_full_visibility() => Assert.Equal(
        [
            "Partner Primary Need From AWS: 'Do Not Need Support from AWS Sales Rep'; with National Security AWS takes co-sell needs only. Choose what you need from AWS.",
            "National Security: Yes; AWS takes it in the industry Government only. Choose No, or the industry Government.",
            "Involvement Type: For Visibility Only; with National Security AWS takes co-sell only. Choose Co-Sell.",
            "Visibility: Limited; with National Security AWS takes full visibility only. Choose Full.",
        ],
        Lines(Requirements.ForSubmission(With(
            ("National Security", "Yes"), ("Partner Primary Need From AWS", "Do Not Need Support from AWS Sales Rep"), ("Involvement Type", "For Visibility Only"), ("Visibility", "Limited")))));

    [Fact]
    public void Another_solution_in_words_serves_a_submission() => Assert.Empty(Requirements.ForSubmission(With(("Solution Offered", null), ("Other Solution Offered", "Ours"))));

    [Theory]
    [InlineData("association.AwsMarketplaceSolutions")]
    [InlineData("association.AwsMarketplaceProducts")]
    public void An_offering_on_the_Marketplace_serves_as_a_solution(string member)
    {
        var facts = With(("Solution Offered", null), ("Marketplace Solution", "arn:x"), ("Sale Stage", "Committed")) with { Members = ImmutableDictionary<string, string>.Empty.Add(member, "Marketplace Solution") };

        Assert.Empty(Requirements.ForSubmission(facts));
        Assert.Empty(Requirements.ForUpdate(facts));
    }

    [Fact]
    public void A_marketing_activity_names_its_funding_and_channels() => Assert.Equal(
        ["Is Marketing Development Funded: empty. Say whether AWS funded the marketing activity.", "Marketing Channels: empty. Choose the marketing activity's channels."],
        Lines(Requirements.ForUpdate(With(("Is Opp From Marketing Activity", "Yes")))));

    [Theory]
    [InlineData("Customer Company Name", null, "Customer Company Name: empty. Fill in the account's name; AWS needs it to find the customer.")]
    [InlineData("Partner Project Title", null, "Partner Project Title: empty. Give the opportunity a name.")]
    [InlineData("Project Description", "Fourteen chars", "Project Description: 14 characters; AWS needs 20 to 2,000. Say what the customer wants to solve.")]
    [InlineData("Expected Monthly AWS Revenue", null, "Expected Monthly AWS Revenue: empty. Estimate what AWS will earn a month.")]
    [InlineData("Target Close Date", null, "Target Close Date: empty. Set a close date from today on; no other update can be sent until then.")]
    [InlineData("Target Close Date", "2026-11-22", "Target Close Date: 22 Nov has passed. Move Close Date; no other update can be sent until then.")]
    [InlineData("Target Close Date", "2086-11-24", "Target Close Date: 2086-11-24; AWS takes a date within 60 years. Correct Close Date.")]
    [InlineData("Sale Stage", null, "Sale Stage: empty. Choose a stage.")]
    [InlineData("Sale Stage", "Closed Lost", "Closed Lost Reason: empty. Choose one; AWS takes no changes afterwards.")]
    [InlineData("Contract End Date", "2026-12-31", "Contract End Date: 2026-12-31 is before Contract Start Date. Correct one of the two.")]
    [InlineData("AWS Account Id", "12345678901", "AWS Account Id: '12345678901' is not an AWS account id. Write its 12 digits.")]
    [InlineData("AWS Account Id", "acme-prod", "AWS Account Id: 'acme-prod' is not an AWS account id. Write its 12 digits.")]
    [InlineData("Currency", "EUR", "Currency: EUR; AWS takes euros for its European Sovereign Cloud only. Give the amount in USD.")]
    public void What_an_update_lacks_is_said_in_one_line(string row, string? value, string line) =>
        Assert.Equal([line], Lines(Requirements.ForUpdate(With(("Contract Start Date", "2027-01-01"), (row, value)))));

    [Theory]
    [InlineData("Target Close Date", "2026-11-23")]
    [InlineData("Target Close Date", "2086-11-23")]
    [InlineData("Project Description", "Exactly 20 letters..")]
    [InlineData("Contract End Date", "2027-01-01")]
    [InlineData("AWS Account Id", "012345678901")]
    [InlineData("Expected Monthly AWS Revenue", "0.01")]
    [InlineData("Customer Email", null)]
    [InlineData("Use Case", null)]
    [InlineData("Postal Code", "1234")]
    public void What_AWS_takes_of_an_update_is_no_problem(string row, string? value) => Assert.Empty(Requirements.ForUpdate(With(("Contract Start Date", "2027-01-01"), (row, value))));

    [Fact]
    public void Two_halves_of_a_character_count_once() => Assert.Equal(
        "Project Description: 19 characters; AWS needs 20 to 2,000. Say what the customer wants to solve.",
        Assert.Single(Requirements.ForUpdate(With(("Project Description", "A data lake on S3 \U0001F600")))).ToString());

    [Fact]
    public void What_AWS_has_locked_does_not_keep_an_update_back() =>
        Assert.Empty(Requirements.ForUpdate(With(("Partner Project Title", null), ("Target Close Date", "2026-11-01")) with { Open = ["Additional Comments"] }));

    [Fact]
    public void Euros_belong_to_the_European_Sovereign_Cloud_and_dollars_do_not()
    {
        Assert.Empty(Requirements.ForUpdate(With(("Currency", "EUR")) with { AwsPartition = "aws-eusc" }));
        Assert.Equal("Currency: USD; AWS takes euros for its European Sovereign Cloud. Give the amount in EUR.", Assert.Single(Requirements.ForUpdate(With(("Currency", "USD")) with { AwsPartition = "aws-eusc" })).ToString());
    }

    [Theory]
    [InlineData("Committed")]
    [InlineData("Launched")]
    public void From_Committed_on_AWS_wants_a_solution_and_words_do_not_serve(string stage) => Assert.Equal(
        "Solution Offered: AWS wants a solution from Committed on. Choose one.",
        Assert.Single(Requirements.ForUpdate(With(("Sale Stage", stage), ("Solution Offered", null), ("Other Solution Offered", "Ours"), ("AWS Account Id", "111122223333")))).ToString());

    [Fact]
    public void Launched_needs_the_customers_account_where_AWS_asks_the_partner_for_it()
    {
        var launched = With(("Sale Stage", "Launched"));

        Assert.Equal("AWS Account Id: empty. Fill in the customer's AWS account id; AWS needs it at Launched.", Assert.Single(Requirements.ForUpdate(launched)).ToString());
        Assert.Empty(Requirements.ForUpdate(launched with { AccountIdAtLaunched = false }));
    }

    /// <summary>Rows that the shipped map lacks and an operator may add.</summary>
    [Theory]
    [InlineData("opportunity.Customer.Account.Duns", "12-345-6789", null, "Extra: '12-345-6789' is not a DUNS number. Write its 9 digits.")]
    [InlineData("opportunity.Customer.Account.Duns", "123456789", null, null)]
    [InlineData("opportunity.Project.OtherCompetitorNames", null, "*Other", "Extra: empty. Name the competitor; AWS needs it when the competitor is *Other.")]
    [InlineData("opportunity.Project.OtherCompetitorNames", "Acme Cloud", "Akamai", "Extra: filled in; AWS takes it only when the competitor is *Other. Empty it, or choose *Other.")]
    [InlineData("opportunity.Project.OtherCompetitorNames", "Acme Cloud", "*Other", null)]
    [InlineData("opportunity.Project.OtherCompetitorNames", null, "Akamai", null)]
    public void A_row_of_an_operators_own_is_held_to_AWSs_rules(string member, string? value, string? competitor, string? line)
    {
        var rows = ImmutableDictionary<string, string>.Empty.Add(member, "Extra").Add("opportunity.Project.CompetitorName", "Competitor");
        var facts = With(("Extra", value), ("Competitor", competitor)) with { Members = rows };

        Assert.Equal(line is null ? [] : [line], Lines(Requirements.ForSubmission(facts)));
    }

    [Fact]
    public void A_rejection_needs_its_reason()
    {
        Assert.Equal("Rejection Reason: empty. Choose why you reject the referral; AWS asks for a reason.", Assert.Single(Requirements.ForRejection(null)).ToString());
        Assert.Empty(Requirements.ForRejection("Customer not interested"));
    }

    [Fact]
    public void Days_and_amounts_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.DateTimeFormat.AbbreviatedMonthNames = german.DateTimeFormat.AbbreviatedMonthGenitiveNames = ["", "", "", "", "", "", "", "", "", "", "Nov.", "", ""];
        german.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.Equal("Target Close Date: 22 Nov has passed. Move Close Date; no other update can be sent until then.", Assert.Single(Requirements.ForUpdate(With(("Target Close Date", "2026-11-22")))).ToString());
            Assert.Empty(Requirements.ForUpdate(With(("Expected Monthly AWS Revenue", "0.5"))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Lines(IEnumerable<Problem> problems) => problems.Select(p => p.ToString());

    private static Facts With(params (string Row, string? Value)[] rows)
    {
        var values = rows.Aggregate(Complete, (all, row) => row.Value is null ? all.Remove(row.Row) : all.SetItem(row.Row, row.Value));
        return new Facts(values, ImmutableDictionary<string, string>.Empty, new DateOnly(2026, 11, 23))
        {
            Open = [.. Complete.Keys, .. rows.Select(r => r.Row), "Closed Lost Reason", "Marketing Channels", "Is Marketing Development Funded", "AWS Account Id"],
        };
    }
}
