using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral.Rules;

/// <summary>Rules of the submission, the stages and the sandbox.</summary>
public sealed class LifecycleRulesTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_submission_names_its_involvement_and_is_fully_visible_by_default()
    {
        var id = _client.Create();
        var refused = _client.Call("StartEngagementFromOpportunityTask", new JsonObject { ["ClientToken"] = "t", ["Identifier"] = id, ["AwsSubmission"] = new JsonObject() });
        Assert.Equal("awsSubmission.involvementType", refused.Problems[0].Field);

        SubmissionTests.Submit(_client, id);

        Assert.Equal("Full", Summary(_client, id)["Visibility"]);
    }

    [Theory]
    [InlineData(true, "Limited")]
    [InlineData(false, "Full")]
    public void Limited_visibility_is_for_those_who_may_have_it(bool eligible, string expected)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { LimitedVisibility = eligible });
        var id = client.Create();

        Assert.Equal("COMPLETE", Submit(client, id, "Co-Sell", "Limited")["TaskStatus"]);

        Assert.Equal(expected, Summary(client, id)["Visibility"]);
    }

    [Theory]
    [InlineData("Co-Sell", "Limited", "When National Security is 'Yes', Visibility must be Full.")]
    [InlineData("For Visibility Only", "Full", "When National Security is 'Yes', the opportunity must be co-sell.")]
    public void National_security_asks_for_full_co_sell(string involvement, string visibility, string message)
    {
        var id = _client.Create(Some.Opportunity(o =>
        {
            o["NationalSecurity"] = "Yes";
            o["Customer"]!["Account"]!["Industry"] = "Government";
            if (involvement != "Co-Sell") o.Remove("PrimaryNeedsFromAws");
        }));

        Assert.Contains(message, Submit(_client, id, involvement, visibility)["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_deal_at_Prospect_is_submitted()
    {
        var id = _client.Create(Some.Opportunity(o => o["LifeCycle"]!["Stage"] = "Prospect"));

        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id)["TaskStatus"]);
    }

    [Fact]
    public void A_stage_may_follow_any_other_while_the_deal_is_open()
    {
        var id = _client.Create();
        _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));
        SubmissionTests.Submit(_client, id);
        _client.Emulator.Review(id, "Approved");

        foreach (var stage in (string[])["Committed", "Prospect", "Business Validation", "Qualified", "Technical Validation"])
            Assert.Null(_client.Update(id, o => o["LifeCycle"]!["Stage"] = stage).Error);
    }

    [Theory]
    [InlineData("DeleteOpportunity")]
    [InlineData("WithdrawOpportunity")]
    public void Nothing_is_deleted_or_taken_back(string operation) =>
        Assert.Equal("UnknownOperationException", _client.Call(operation, new JsonObject { ["Identifier"] = _client.Create() }).Error);

    [Theory]
    [InlineData("City")]
    [InlineData("CountryCode")]
    [InlineData("PostalCode")]
    [InlineData("StateOrRegion")]
    [InlineData("StreetAddress")]
    [InlineData("WebsiteUrl")]
    [InlineData("TargetCloseDate")]
    [InlineData("Amount")]
    [InlineData("CustomerBusinessProblem")]
    public void In_action_required_these_are_open(string member)
    {
        var id = _client.Create();
        SubmissionTests.Submit(_client, id);
        _client.Emulator.Review(id, "Action Required", "Which?");

        var answer = _client.Update(id, o =>
        {
            var (parent, value) = member switch
            {
                "WebsiteUrl" => (o["Customer"]!["Account"]!, "www.humongous.com"),
                "TargetCloseDate" => (o["LifeCycle"]!, "2027-06-30"),
                "Amount" => (o["Project"]!["ExpectedCustomerSpend"]![0]!, "9000"),
                "CustomerBusinessProblem" => (o["Project"]!, "Claims are typed twice and lost once."),
                "CountryCode" => (o["Customer"]!["Account"]!["Address"]!, "PR"),
                "PostalCode" => (o["Customer"]!["Account"]!["Address"]!, "10002"),
                "StateOrRegion" => (o["Customer"]!["Account"]!["Address"]!, "New Jersey"),
                _ => (o["Customer"]!["Account"]!["Address"]!, "Elsewhere"),
            };
            parent[member] = value;
        });

        Assert.True(answer.Error is null, answer.Body?.ToJsonString());
        Assert.Equal("Submitted", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void In_the_sandbox_a_partner_asks_itself_for_a_change_and_answers_it()
    {
        using var sandbox = new SellingClient { Catalog = "Sandbox" };
        var id = sandbox.Create();
        SubmissionTests.Submit(sandbox, id);

        Assert.Null(sandbox.Update(id, o => { o["LifeCycle"]!["ReviewStatus"] = "Action Required"; o["LifeCycle"]!["ReviewComments"] = "Which estimate?"; o["LifeCycle"]!["ReviewStatusReason"] = "Clarify Revenue"; }).Error);
        Assert.Equal(("Action Required", "Which estimate?"), (sandbox.Get(id)["LifeCycle.ReviewStatus"], sandbox.Get(id)["LifeCycle.ReviewComments"]));

        Assert.Null(sandbox.Update(id, o => o["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"] = "9000").Error);
        Assert.Equal("Submitted", sandbox.Get(id)["LifeCycle.ReviewStatus"]);
        Assert.Null(sandbox.Update(id, o => o["LifeCycle"]!["ReviewStatus"] = "Rejected").Error);
        Assert.Equal("Rejected", sandbox.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Theory]
    [InlineData("Duns", "12345678", "INVALID_STRING_FORMAT")]
    [InlineData("Duns", "123456789", null)]
    [InlineData("AwsAccountId", "not-an-account", "INVALID_STRING_FORMAT")]
    [InlineData("AwsAccountId", "111122223333", null)]
    public void An_account_number_has_its_form(string member, string value, string? code)
    {
        var answer = _client.Call("CreateOpportunity", Some.Opportunity(o => { o["ClientToken"] = "t"; o["Customer"]!["Account"]![member] = value; }));

        Assert.Equal(code, answer.Error is null ? null : answer.Problems[0].Code);
    }

    [Fact]
    public void What_nobody_said_is_net_new_business_without_national_security()
    {
        var id = _client.Create(Some.Opportunity(o => { o.Remove("OpportunityType"); o.Remove("NationalSecurity"); }));

        Assert.Equal(("Net New Business", "No"), (_client.Get(id)["OpportunityType"], _client.Get(id)["NationalSecurity"]));
    }

    public void Dispose() => _client.Dispose();

    private static Answer Submit(SellingClient client, string id, string involvement, string visibility) => client.Call("StartEngagementFromOpportunityTask", new JsonObject
    {
        ["ClientToken"] = $"submit-{id}",
        ["Identifier"] = id,
        ["AwsSubmission"] = new JsonObject { ["InvolvementType"] = involvement, ["Visibility"] = visibility },
    });

    private static Answer Summary(SellingClient client, string id) => client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id });
}
