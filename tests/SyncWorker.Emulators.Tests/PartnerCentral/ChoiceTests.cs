using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>What the emulator does where AWS publishes nothing or contradicts itself: each is a line of DEVIATIONS.md.</summary>
public sealed class ChoiceTests : IDisposable
{
    private const string Offer = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-nobodylistedthis";

    private readonly SellingClient _client = new();

    [Fact]
    public void A_malformed_timestamp_is_a_validation_error()
    {
        var problem = Assert.Single(_client.Call("UpdateOpportunity", new JsonObject { ["Identifier"] = "O1", ["LastModifiedDate"] = "yesterday" }).Problems);

        Assert.Equal(("lastModifiedDate", "INVALID_STRING_FORMAT"), (problem.Field, problem.Code));
    }

    [Fact]
    public void The_top_message_of_a_business_error_is_the_emulators() =>
        Assert.Equal("Business validation failed.", _client.Call("CreateOpportunity", new JsonObject { ["ClientToken"] = "t" })["Message"]);

    [Fact]
    public void Empty_text_is_kept_as_nothing()
    {
        var id = _client.Create(Some.Opportunity(o => o["Customer"]!["Account"]!["Address"]!["City"] = ""));

        Assert.Null(_client.Get(id)["Customer.Account.Address.City"]);
    }

    [Fact]
    public void Null_and_empty_list_come_back_as_they_were_sent()
    {
        var none = _client.Create(Some.Opportunity(o => o["Project"]!["ApnPrograms"] = null));
        var empty = _client.Create(Some.Opportunity(o => o["Project"]!["ApnPrograms"] = new JsonArray()));

        Assert.Null(_client.Get(none).Node("Project.ApnPrograms"));
        Assert.Empty(_client.Get(empty).Node("Project.ApnPrograms")!.AsArray());
    }

    [Fact]
    public void A_stage_left_out_at_creation_is_Prospect() =>
        Assert.Equal("Prospect", _client.Get(_client.Create(Some.Opportunity(o => o["LifeCycle"]!.AsObject().Remove("Stage"))))["LifeCycle.Stage"]);

    [Fact]
    public void While_a_deal_is_open_any_stage_may_follow_any_other()
    {
        var id = Approved(_client);

        foreach (var stage in new[] { "Committed", "Prospect", "Business Validation", "Qualified", "Committed", "Technical Validation" })
            Assert.Null(_client.Update(id, o => o["LifeCycle"]!["Stage"] = stage).Error);
    }

    [Theory]
    [InlineData(false, "Approved")]
    [InlineData(true, null)]
    public void A_review_status_that_is_not_echoed_is_kept_or_by_a_switch_lost(bool isLost, string? status)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { UnsentReviewStatusIsLost = isLost });
        var id = Approved(client);

        Assert.Null(client.Update(id, o => o["LifeCycle"]!.AsObject().Remove("ReviewStatus")).Error);

        Assert.Equal(status, client.Get(id)["LifeCycle.ReviewStatus"]);
    }

    [Fact]
    public void In_action_required_it_can_be_submitted_again_without_an_update()
    {
        var id = _client.Create();
        SubmissionTests.Submit(_client, id);
        _client.Emulator.Review(id, "Action Required", "Which estimate?", "Clarify Revenue");

        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id, token: "again")["TaskStatus"]);

        var read = _client.Get(id);
        Assert.Equal(("Submitted", null, null), (read["LifeCycle.ReviewStatus"], read["LifeCycle.ReviewComments"], read["LifeCycle.ReviewStatusReason"]));
    }

    [Fact]
    public void Closed_Lost_is_as_closed_as_Launched_and_its_close_date_may_pass()
    {
        var id = Approved(_client);
        Assert.Null(_client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Closed Lost"; o["LifeCycle"]!["ClosedLostReason"] = "Price"; }).Error);
        _client.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Null(_client.Update(id, o => o["Project"]!["AdditionalComments"] = "They bought elsewhere").Error);
        Assert.Equal("ACTION_NOT_PERMITTED", _client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Prospect"; o["LifeCycle"]!["ClosedLostReason"] = null; }).Problems[0].Code);
    }

    [Fact]
    public void The_partners_own_identifier_opens_by_a_switch()
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { LockPartnerOpportunityIdentifier = false });
        var id = Approved(client);

        Assert.Null(client.Update(id, o => o["PartnerOpportunityIdentifier"] = "006A000000Zzzzz").Error);
    }

    [Fact]
    public void An_assignment_moves_LastModifiedDate()
    {
        var id = _client.Create();
        var before = _client.Get(id)["LastModifiedDate"];

        Assert.Null(_client.Call("AssignOpportunity", new JsonObject
        {
            ["Identifier"] = id,
            ["Assignee"] = new JsonObject { ["Email"] = "li.juan@example.com", ["FirstName"] = "-", ["LastName"] = "-", ["BusinessTitle"] = "OpportunityOwner" },
        }).Error);

        Assert.NotEqual(before, _client.Get(id)["LastModifiedDate"]);
    }

    [Fact]
    public void Two_opportunities_may_carry_the_same_partner_identifier_and_customer() => Assert.NotEqual(_client.Create(), _client.Create());

    [Fact]
    public void Several_breaches_are_told_in_one_message()
    {
        var id = _client.Create(Some.Opportunity(o => { o["Project"]!.AsObject().Remove("CustomerUseCase"); o["Project"]!.AsObject().Remove("SalesActivities"); }));

        Assert.Equal(
            "Field Project.CustomerUseCase is required for opportunity submission.; project.salesActivities is required",
            SubmissionTests.Submit(_client, id)["Message"]);
    }

    [Theory]
    [InlineData("GB", "ec2n 4bq", true)]
    [InlineData("GB", "EC2N 4BQ", true)]
    [InlineData("GB", "12345", false)]
    [InlineData("HK", "whatever", true)]
    public void Postal_codes_are_checked_in_either_letter_case_where_there_are_any(string country, string code, bool isAccepted)
    {
        var id = _client.Create(Some.Opportunity(o => o["Customer"]!["Account"]!["Address"] = new JsonObject { ["CountryCode"] = country, ["PostalCode"] = code }));

        Assert.Equal(isAccepted ? "COMPLETE" : "FAILED", SubmissionTests.Submit(_client, id)["TaskStatus"]);
    }

    [Theory]
    [InlineData(true, "Limited")]
    [InlineData(false, "Full")]
    public void Limited_visibility_is_quietly_made_full_for_an_account_that_may_not_choose_it(bool mayChoose, string visibility)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { LimitedVisibility = mayChoose });
        var id = client.Create();
        client.Call("SubmitOpportunity", new JsonObject { ["Identifier"] = id, ["InvolvementType"] = "Co-Sell", ["Visibility"] = "Limited" });

        Assert.Equal(visibility, client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id })["Visibility"]);
    }

    [Theory]
    [InlineData(true, "COMPLETE", null)]
    [InlineData(false, "FAILED", "Field RelatedEntityIdentifiers.Solutions is required for opportunity submission.")]
    public void A_described_solution_is_enough_to_submit_or_by_a_switch_not(bool isEnough, string status, string? message)
    {
        using var client = new SellingClient(new PartnerCentralEmulatorOptions { DescribedSolutionIsEnough = isEnough });

        var task = SubmissionTests.Submit(client, client.Create());

        Assert.Equal((status, message), (task["TaskStatus"], task["Message"]));
    }

    [Fact]
    public void A_submission_does_without_a_marketing_source() =>
        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, _client.Create(Some.Opportunity(o => o.Remove("Marketing"))))["TaskStatus"]);

    [Fact]
    public void A_partner_contact_with_an_address_needs_its_names_and_an_owner_does_not()
    {
        var contact = Team("""{"BusinessTitle":"PartnerAccountManager","Email":"tom@example.com","FirstName":"Tom"}""");
        Assert.Equal(("opportunityTeam.lastName", "REQUIRED_FIELD_MISSING"), (contact.Problems[0].Field, contact.Problems[0].Code));

        Assert.Null(Team("""{"BusinessTitle":"OpportunityOwner","Email":"li.juan@example.com"}""").Error);
    }

    [Fact]
    public void A_visibility_only_submission_keeps_next_steps_and_software_revenue()
    {
        var id = _client.Create(Some.Opportunity(o =>
        {
            o.Remove("PrimaryNeedsFromAws");
            o["SoftwareRevenue"] = new JsonObject { ["DeliveryModel"] = "Contract" };
        }));

        SubmissionTests.Submit(_client, id, "For Visibility Only");

        Assert.Equal(("Workshop in December", "Contract"), (_client.Get(id)["LifeCycle.NextSteps"], _client.Get(id)["SoftwareRevenue.DeliveryModel"]));
    }

    [Fact]
    public void That_no_support_is_needed_may_be_sent_though_the_model_lacks_it()
    {
        var id = _client.Create(Some.Opportunity(o => o["PrimaryNeedsFromAws"] = new JsonArray("Do Not Need Support from AWS Sales Rep")));

        Assert.Equal("COMPLETE", SubmissionTests.Submit(_client, id, "For Visibility Only")["TaskStatus"]);
    }

    [Fact]
    public void AWSs_insights_motion_and_project_are_empty_until_somebody_there_writes_them()
    {
        var id = Approved(_client);
        Assert.Equal((null, null, null), (Summary(id)["Insights"], Summary(id)["CosellMotion"], Summary(id)["SoftwareRevenue"]));
        Assert.Empty(Summary(id).Node("Project.ExpectedCustomerSpend")!.AsArray());

        _client.Emulator.EditAws(id, new Dictionary<string, JsonNode?>
        {
            ["Insights.OpportunityQuality.Score"] = 80,
            ["CosellMotion"] = "Partner-led",
            ["SoftwareRevenue.Discount"] = "15.00",
            ["Project.ExpectedCustomerSpend[0].Amount"] = "10000",
            ["Project.ExpectedCustomerSpend[0].CurrencyCode"] = "USD",
            ["Project.ExpectedCustomerSpend[0].Frequency"] = "Monthly",
            ["Project.ExpectedCustomerSpend[0].TargetCompany"] = "AWS",
        });

        Assert.Equal(
            ("80", "Partner-led", "15.00", "10000"),
            (Summary(id)["Insights.OpportunityQuality.Score"], Summary(id)["CosellMotion"], Summary(id)["SoftwareRevenue.Discount"], Summary(id)["Project.ExpectedCustomerSpend.0.Amount"]));
    }

    [Fact]
    public void A_Marketplace_ARN_is_believed_when_it_names_the_account() =>
        Assert.Null(_client.Call("AssociateOpportunity", AssociationTests.Entity(_client.Create(), "AwsMarketplaceOffers", Offer)).Error);

    [Theory]
    [InlineData("AmazonS3", true)]
    [InlineData("AWSAIFactories", true)]
    [InlineData("AWSOfNextYear", false)]
    public void The_products_are_those_of_AWSs_list_of_August_2026(string product, bool isThere) => Assert.Equal(
        isThere ? null : "ValidationException", _client.Call("AssociateOpportunity", AssociationTests.Entity(_client.Create(), "AwsProducts", product)).Error);

    [Fact]
    public void The_accept_task_fails_on_an_invitation_that_was_accepted_by_hand()
    {
        var invitation = _client.Emulator.Refer([]);
        _client.Call("AcceptEngagementInvitation", new JsonObject { ["Identifier"] = invitation });

        var task = _client.Call("StartEngagementByAcceptingInvitationTask", new JsonObject { ["Identifier"] = invitation, ["ClientToken"] = "t" });

        Assert.Equal(("FAILED", "EngagementInvitationConflict"), (task["TaskStatus"], task["ReasonCode"]));
    }

    [Fact]
    public void A_referral_comes_from_the_account_aws_and_stands_for_fifteen_days()
    {
        var read = _client.Call("GetEngagementInvitation", new JsonObject { ["Identifier"] = _client.Emulator.Refer([]) });

        Assert.Equal("aws", read["SenderAwsAccountId"]);
        Assert.StartsWith("2026-12-08T09:30:15.", read["ExpirationDate"], StringComparison.Ordinal);
    }

    private Answer Team(string member) => _client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        o["OpportunityTeam"] = new JsonArray(JsonNode.Parse(member));
    }));

    private static string Approved(SellingClient client)
    {
        var id = client.Create();
        client.Call("AssociateOpportunity", AssociationTests.Entity(id, "Solutions", "S-0051244"));
        SubmissionTests.Submit(client, id);
        client.Emulator.Review(id, "Approved");
        return id;
    }

    private Answer Summary(string id) => _client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id });

    public void Dispose() => _client.Dispose();
}
