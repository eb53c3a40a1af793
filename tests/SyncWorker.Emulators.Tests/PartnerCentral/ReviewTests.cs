using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class ReviewTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Theory]
    [InlineData("Submitted")]
    [InlineData("In review")]
    [InlineData("Rejected")]
    public void An_update_is_refused_while_AWS_has_the_word(string status)
    {
        var id = In(status);

        var problem = Assert.Single(_client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Call").Problems);

        Assert.Equal("INVALID_RESOURCE_STATE", problem.Code);
    }

    [Fact]
    public void An_update_in_action_required_goes_back_to_submitted()
    {
        var id = In("Action Required");
        Assert.Equal(("Which estimate?", "Clarify Revenue"), (_client.Get(id)["LifeCycle.ReviewComments"], _client.Get(id)["LifeCycle.ReviewStatusReason"]));

        var answer = _client.Update(id, o => o["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"] = "9000");

        Assert.Null(answer.Error);
        Assert.Equal("Submitted", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Theory]
    [InlineData("Project.Title", "project.title")]
    [InlineData("Customer.Account.CompanyName", "customer.account.companyName")]
    [InlineData("LifeCycle.NextSteps", "lifeCycle.nextSteps")]
    [InlineData("Project.AdditionalComments", "project.additionalComments")]
    public void In_action_required_most_members_are_locked(string path, string field) => Locked(In("Action Required"), path, field);

    [Theory]
    [InlineData("Project.Title", "project.title")]
    [InlineData("Project.CustomerBusinessProblem", "project.customerBusinessProblem")]
    [InlineData("Customer.Account.CompanyName", "customer.account.companyName")]
    [InlineData("Customer.Account.WebsiteUrl", "customer.account.websiteUrl")]
    [InlineData("Customer.Account.Address.PostalCode", "customer.account.address.postalCode")]
    [InlineData("PartnerOpportunityIdentifier", "partnerOpportunityIdentifier")]
    public void After_approval_the_guides_list_is_locked(string path, string field) => Locked(In("Approved"), path, field);

    [Fact]
    public void After_approval_the_rest_is_open()
    {
        var id = In("Approved");

        var answer = _client.Update(id, o =>
        {
            o["LifeCycle"]!["Stage"] = "Technical Validation";
            o["LifeCycle"]!["NextSteps"] = "Proof of concept";
            o["LifeCycle"]!["TargetCloseDate"] = "2027-05-01";
            o["Customer"]!["Account"]!["Address"]!["City"] = "Albany";
            o["Customer"]!["Contacts"]![0]!["Phone"] = "+12125550199";
            o["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"] = "15000";
            o["Project"]!["SalesActivities"] = new JsonArray("SOW Signed");
        });

        Assert.Null(answer.Error);
        Assert.Equal("Approved", _client.Get(id)["LifeCycle.ReviewStatus"]);
        Assert.Equal("Technical Validation", _client.Get(id)["LifeCycle.Stage"]);
    }

    [Fact]
    public void The_same_amount_spelled_otherwise_is_no_change()
    {
        var id = In("Action Required");

        Assert.Null(_client.Update(id, o => o["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"] = "12500.00").Error);
    }

    [Fact]
    public void Needs_open_only_from_no_support_to_co_sell()
    {
        var visible = In("Approved", "For Visibility Only");
        Assert.Null(_client.Update(visible, o => o["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Deal Support")).Error);
        Assert.Equal("Co-Sell", Summary(visible)["InvolvementType"]);

        Assert.Equal("ACTION_NOT_PERMITTED", _client.Update(visible, o => o["PrimaryNeedsFromAws"] = new JsonArray("Do Not Need Support from AWS Sales Rep")).Problems[0].Code);
    }

    [Fact]
    public void Committed_needs_an_associated_solution_and_Launched_an_AWS_account()
    {
        var id = In("Approved");
        Assert.Equal("relatedEntityIdentifiers.solutions", _client.Update(id, o => o["LifeCycle"]!["Stage"] = "Committed").Problems[0].Field);
        _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));
        Assert.Null(_client.Update(id, o => o["LifeCycle"]!["Stage"] = "Committed").Error);

        Assert.Equal("customer.account.awsAccountId", _client.Update(id, o => o["LifeCycle"]!["Stage"] = "Launched").Problems[0].Field);
        Assert.Null(_client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Launched"; o["Customer"]!["Account"]!["AwsAccountId"] = "111122223333"; }).Error);
    }

    [Fact]
    public void After_launch_only_a_few_members_are_open_even_when_the_close_date_has_passed()
    {
        var id = Launched();
        _client.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Null(_client.Update(id, o => o["Project"]!["AdditionalComments"] = "Went live in March").Error);
        Locked(id, "LifeCycle.NextSteps", "lifeCycle.nextSteps");
    }

    [Fact]
    public void Production_ignores_a_review_status_that_the_partner_sends()
    {
        var id = _client.Create();

        Assert.Null(_client.Update(id, o => o["LifeCycle"]!["ReviewStatus"] = "Approved").Error);
        Assert.Equal("Pending Submission", _client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void In_the_sandbox_the_partner_reviews_its_own_submission()
    {
        using var sandbox = new SellingClient { Catalog = "Sandbox" };
        var id = sandbox.Create();
        SubmissionTests.Submit(sandbox, id);

        var answer = sandbox.Update(id, o => o["LifeCycle"]!["ReviewStatus"] = "Approved");

        Assert.Null(answer.Error);
        Assert.Equal("Approved", sandbox.Get(id)["LifeCycle.ReviewStatus"]);
        var team = sandbox.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id }).Node("OpportunityTeam")!.AsArray();
        Assert.Equal("PDM", Assert.Single(team)!["BusinessTitle"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Approved")]
    [InlineData("Submitted")]
    public void In_the_sandbox_a_draft_cannot_jump(string wanted)
    {
        using var sandbox = new SellingClient { Catalog = "Sandbox" };
        var id = sandbox.Create();

        var problem = Assert.Single(sandbox.Update(id, o => o["LifeCycle"]!["ReviewStatus"] = wanted).Problems);

        Assert.Equal($"Cannot transition opportunity from status 'Pending Submission' to '{wanted}'.", problem.Message);
    }

    [Fact]
    public void A_sandbox_review_replaces_the_whole_document_too()
    {
        using var sandbox = new SellingClient { Catalog = "Sandbox" };
        var id = sandbox.Create();
        SubmissionTests.Submit(sandbox, id);

        var answer = sandbox.Update(id, o => { o["LifeCycle"]!["ReviewStatus"] = "Action Required"; o["LifeCycle"]!["NextSteps"] = "Told with the review"; });

        Assert.Null(answer.Error);
        Assert.Equal(("Action Required", "Told with the review"), (sandbox.Get(id)["LifeCycle.ReviewStatus"], sandbox.Get(id)["LifeCycle.NextSteps"]));
    }

    [Fact]
    public void A_review_moves_LastModifiedDate_and_follows_the_state_machine()
    {
        var id = In("In review");
        var before = _client.Get(id)["LastModifiedDate"];

        _client.Emulator.Review(id, "Approved");

        Assert.NotEqual(before, _client.Get(id)["LastModifiedDate"]);
        var refused = Assert.Throws<PersonRefusedException>(() => _client.Emulator.Review(id, "Rejected"));
        Assert.Equal("INVALID_RESOURCE_STATE", refused.Code);
    }

    [Fact]
    public void There_is_no_AWS_view_before_submission()
    {
        var id = _client.Create();

        Assert.Equal("ResourceNotFoundException", Summary(id).Error);
    }

    [Fact]
    public void AWSs_team_is_visible_from_approval_on()
    {
        var id = In("In review");
        Assert.Empty(Summary(id).Node("OpportunityTeam")!.AsArray());

        _client.Emulator.Review(id, "Approved");

        var team = Summary(id).Node("OpportunityTeam")!.AsArray();
        Assert.Equal(["PDM", "AWSSalesRep", "AWSAccountOwner", "PSM", "ISVSM"], team.Select(m => m!["BusinessTitle"]!.GetValue<string>()));
        Assert.All(team, m => Assert.False(m!.AsObject().ContainsKey("Phone")));
    }

    [Fact]
    public void The_summary_names_origin_involvement_and_visibility_and_hides_AWSs_stage_until_it_is_terminal()
    {
        var id = In("Approved");
        _client.Emulator.EditAws(id, Set(("LifeCycle.Stage", "Qualified"), ("LifeCycle.NextSteps", "Meet the CIO"), ("LifeCycle.TargetCloseDate", "2027-04-01")));

        var open = Summary(id);
        Assert.Equal(("Partner Referral", "Co-Sell", "Full"), (open["Origin"], open["InvolvementType"], open["Visibility"]));
        Assert.Equal((null, null, "Meet the CIO"), (open["LifeCycle.Stage"], open["LifeCycle.TargetCloseDate"], open["LifeCycle.NextSteps"]));

        _client.Emulator.EditAws(id, Set(("LifeCycle.Stage", "Launched"), ("Insights.EngagementScore", "High")));
        var terminal = Summary(id);
        Assert.Equal(("Launched", "2027-04-01", "High"), (terminal["LifeCycle.Stage"], terminal["LifeCycle.TargetCloseDate"], terminal["Insights.EngagementScore"]));
    }

    [Fact]
    public void AWSs_own_edits_do_not_move_the_partners_LastModifiedDate()
    {
        var id = In("Approved");
        var before = _client.Get(id)["LastModifiedDate"];

        _client.Emulator.EditAws(id, Set(("LifeCycle.NextSteps", "Meet the CIO")));

        Assert.Equal(before, _client.Get(id)["LastModifiedDate"]);
    }

    private string In(string status, string involvement = "Co-Sell")
    {
        var id = _client.Create(Some.Opportunity(o =>
        {
            if (involvement != "Co-Sell") o.Remove("PrimaryNeedsFromAws");
        }));
        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id, involvement)["TaskStatus"]);
        if (status == "Submitted") return id;
        _client.Emulator.Review(id, "In review");
        if (status == "Action Required") _client.Emulator.Review(id, status, "Which estimate?", "Clarify Revenue");
        else if (status != "In review") _client.Emulator.Review(id, status);
        return id;
    }

    private string Launched()
    {
        var id = In("Approved");
        _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));
        var answer = _client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Launched"; o["Customer"]!["Account"]!["AwsAccountId"] = "111122223333"; });
        Assert.Null(answer.Error);
        return id;
    }

    private void Locked(string id, string path, string field)
    {
        var answer = _client.Update(id, o =>
        {
            var parts = path.Split('.');
            var node = parts[..^1].Aggregate((JsonNode)o, (n, part) => n[part]!);
            node[parts[^1]] = path.EndsWith("PostalCode", StringComparison.Ordinal) ? "10002" : "www.something-else-altogether.com";
        });

        var problem = Assert.Single(answer.Problems);
        Assert.Equal((field, "ACTION_NOT_PERMITTED"), (problem.Field, problem.Code));
    }

    private Answer Summary(string id) => _client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id });

    private static Dictionary<string, JsonNode?> Set(params (string Path, string Value)[] values) => values.ToDictionary(v => v.Path, v => (JsonNode?)v.Value);

    public void Dispose() => _client.Dispose();
}
