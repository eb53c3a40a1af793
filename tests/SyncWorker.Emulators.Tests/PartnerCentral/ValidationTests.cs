using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class ValidationTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void Requests_are_checked_against_the_model_before_any_business_rule()
    {
        var answer = Create(o =>
        {
            o["Customer"]!["Contacts"]![0]!["Email"] = "Jane.Doe@humongousinsurance.com";
            o["Project"]!["Title"] = null;
        });

        Assert.Equal("REQUEST_VALIDATION_FAILED", answer.Reason);
        var problem = Assert.Single(answer.Problems);
        Assert.Equal(("customer.contacts.1.member.email", "INVALID_STRING_FORMAT"), (problem.Field, problem.Code));
        Assert.StartsWith(
            "Value at 'customer.contacts.1.member.email' failed to satisfy constraint: Member must satisfy regular expression pattern: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"NationalSecurity":"Maybe"}""", "nationalSecurity", "INVALID_ENUM_VALUE")]
    [InlineData("""{"PartnerOpportunityIdentifier":"12345678901234567890123456789012345678901234567890123456789012345"}""", "partnerOpportunityIdentifier", "INVALID_STRING_FORMAT")]
    [InlineData("""{"Customer":{"Account":{"Industry":"Retail"}}}""", "customer.account.companyName", "REQUIRED_FIELD_MISSING")]
    [InlineData("""{"Customer":{"Account":{"CompanyName":"X","Duns":123456789}}}""", "customer.account.duns", "INVALID_VALUE")]
    [InlineData("""{"Project":{"AdditionalComments":""}}""", "project.additionalComments", "INVALID_STRING_FORMAT")]
    [InlineData("""{"Project":{"CustomerBusinessProblem":"Too short"}}""", "project.customerBusinessProblem", "INVALID_STRING_FORMAT")]
    [InlineData("""{"Project":{"ExpectedCustomerSpend":[{"Amount":"1E+6","CurrencyCode":"USD","Frequency":"Monthly","TargetCompany":"AWS"}]}}""", "project.expectedCustomerSpend.1.member.amount", "INVALID_STRING_FORMAT")]
    [InlineData("""{"Project":{"ExpectedCustomerSpend":[{"Amount":"5","CurrencyCode":"USD","Frequency":"Annual","TargetCompany":"AWS"}]}}""", "project.expectedCustomerSpend.1.member.frequency", "INVALID_ENUM_VALUE")]
    [InlineData("""{"LifeCycle":{"TargetCloseDate":"31.12.2027"}}""", "lifeCycle.targetCloseDate", "INVALID_STRING_FORMAT")]
    [InlineData("""{"LifeCycle":{"ClosedLostReason":"Lost to Competitor – Google"}}""", "lifeCycle.closedLostReason", "INVALID_ENUM_VALUE")]
    [InlineData("""{"Tags":[]}""", "tags", "NOT_ENOUGH_VALUES")]
    public void A_member_that_the_model_forbids_is_named(string request, string field, string code)
    {
        var body = JsonNode.Parse(request)!.AsObject();
        body["ClientToken"] = "t";

        var problem = Assert.Single(_client.Call("CreateOpportunity", body).Problems);

        Assert.Equal((field, code), (problem.Field, problem.Code));
    }

    [Fact]
    public void A_missing_client_token_is_missing_in_the_models_words()
    {
        var problem = Assert.Single(_client.Call("CreateOpportunity", Some.Opportunity()).Problems);

        Assert.Equal(("clientToken", "Value null at 'clientToken' failed to satisfy constraint: Member must not be null", "REQUIRED_FIELD_MISSING"), problem);
    }

    [Fact]
    public void More_than_ten_spend_entries_are_too_many()
    {
        var answer = Create(o =>
        {
            var spend = o["Project"]!["ExpectedCustomerSpend"]!.AsArray();
            for (var i = 0; i < 10; i++) spend.Add(spend[0]!.DeepClone());
        });

        Assert.Equal(("project.expectedCustomerSpend", "TOO_MANY_VALUES"), (answer.Problems[0].Field, answer.Problems[0].Code));
    }

    [Fact]
    public void A_page_size_over_a_hundred_is_out_of_range() =>
        Assert.Equal("VALUE_OUT_OF_RANGE", _client.Call("ListOpportunities", new JsonObject { ["MaxResults"] = 101 }).Problems[0].Code);

    [Fact]
    public void All_business_problems_come_in_one_response()
    {
        var answer = _client.Call("CreateOpportunity", new JsonObject { ["ClientToken"] = "t" });

        Assert.Equal("BUSINESS_VALIDATION_FAILED", answer.Reason);
        Assert.Equal(
            [
                "customer.account.companyName", "customer.account.industry", "customer.account.websiteUrl", "customer.account.address.countryCode",
                "project.title", "project.customerBusinessProblem", "project.expectedCustomerSpend", "lifeCycle.targetCloseDate",
            ],
            answer.Problems.Select(p => p.Field));
        Assert.All(answer.Problems, p => Assert.Equal("REQUIRED_FIELD_MISSING", p.Code));
    }

    [Theory]
    [InlineData("Customer.Account.Industry", "\"Other\"", "customer.account.otherIndustry", "REQUIRED_FIELD_MISSING")]
    [InlineData("Customer.Account.WebsiteUrl", "\"no website\"", "customer.account.websiteUrl", "INVALID_STRING_FORMAT")]
    [InlineData("Customer.Account.Address.StateOrRegion", "null", "customer.account.address.stateOrRegion", "REQUIRED_FIELD_MISSING")]
    [InlineData("Customer.Account.Address.StateOrRegion", "\"NY\"", "customer.account.address.stateOrRegion", "INVALID_ENUM_VALUE")]
    [InlineData("Customer.Account.Address.PostalCode", "null", "customer.account.address.postalCode", "REQUIRED_FIELD_MISSING")]
    [InlineData("Project.CustomerUseCase", "\"Mining bitcoins\"", "project.customerUseCase", "INVALID_ENUM_VALUE")]
    [InlineData("Project.CompetitorName", "\"*Other\"", "project.otherCompetitorNames", "REQUIRED_FIELD_MISSING")]
    [InlineData("Project.OtherCompetitorNames", "\"Contoso Cloud\"", "project.otherCompetitorNames", "INVALID_VALUE")]
    [InlineData("Project.ExpectedCustomerSpend.0.Amount", "\"0\"", "project.expectedCustomerSpend.amount", "INVALID_STRING_FORMAT")]
    [InlineData("Project.ExpectedCustomerSpend.0.Amount", "null", "project.expectedCustomerSpend.amount", "REQUIRED_FIELD_MISSING")]
    [InlineData("Project.ExpectedCustomerSpend.0.CurrencyCode", "\"EUR\"", "project.expectedCustomerSpend.1.member.currencyCode", "INVALID_VALUE")]
    [InlineData("Project.AwsPartition", "\"aws-eusc\"", "project.expectedCustomerSpend.1.member.currencyCode", "INVALID_VALUE")]
    [InlineData("Project.RelatedOpportunityIdentifier", "\"O1\"", "project.relatedOpportunityIdentifier", "INVALID_VALUE")]
    [InlineData("LifeCycle.TargetCloseDate", "\"2026-11-22\"", "lifeCycle.targetCloseDate", "INVALID_VALUE")]
    [InlineData("LifeCycle.TargetCloseDate", "\"2086-11-24\"", "lifeCycle.targetCloseDate", "INVALID_VALUE")]
    [InlineData("LifeCycle.Stage", "\"Committed\"", "relatedEntityIdentifiers.solutions", "REQUIRED_FIELD_MISSING")]
    [InlineData("LifeCycle.Stage", "\"Closed Lost\"", "lifeCycle.closedLostReason", "REQUIRED_FIELD_MISSING")]
    [InlineData("LifeCycle.ClosedLostReason", "\"Price\"", "lifeCycle.closedLostReason", "INVALID_VALUE")]
    [InlineData("Marketing", """{"Source":"None","CampaignName":"Spring"}""", "marketing", "INVALID_VALUE")]
    [InlineData("Marketing", """{"Source":"Marketing Activity","Channels":["Email"]}""", "marketing.awsFundingUsed", "REQUIRED_FIELD_MISSING")]
    [InlineData("Marketing", """{"Source":"Marketing Activity","AwsFundingUsed":"No","Channels":["Email"],"UseCases":["Analytics"]}""", "marketing.useCases", "INVALID_VALUE")]
    [InlineData("Marketing", """{"Source":"Marketing Activity","AwsFundingUsed":"No"}""", "marketing.channels", "REQUIRED_FIELD_MISSING")]
    [InlineData("SoftwareRevenue", """{"EffectiveDate":"2027-02-01","ExpirationDate":"2027-01-31"}""", "softwareRevenue.effectiveDate", "INVALID_VALUE")]
    [InlineData("PrimaryNeedsFromAws", """["Co-Sell - Deal Support","Do Not Need Support from AWS Sales Rep"]""", "primaryNeedsFromAws", "INVALID_VALUE")]
    [InlineData("NationalSecurity", "\"Yes\"", "customer.account.industry", "INVALID_VALUE")]
    [InlineData("OpportunityTeam", """[{"BusinessTitle":"OpportunityOwner","Email":"stranger@example.com"}]""", "opportunityTeam.email", "INVALID_VALUE")]
    [InlineData("OpportunityTeam", """[{"BusinessTitle":"Chief","Email":"nikki.wolf@example.com"}]""", "opportunityTeam.businessTitle", "INVALID_ENUM_VALUE")]
    public void A_business_rule_refuses_its_breach(string path, string value, string field, string code)
    {
        var problem = Assert.Single(Create(o => Put(o, path, JsonNode.Parse(value))).Problems);

        Assert.Equal((field, code), (problem.Field, problem.Code));
    }

    [Theory]
    [InlineData("LifeCycle.TargetCloseDate", "\"2026-11-23\"")]
    [InlineData("Customer.Account.WebsiteUrl", "\"https://www.humongousinsurance.com/claims\"")]
    [InlineData("Project.CustomerUseCase", "\"Migration/Database Migration\"")]
    [InlineData("Project.CustomerUseCase", "\"Migration / Database Migration\"")]
    [InlineData("Project.ExpectedCustomerSpend.0.Amount", "\"0.5\"")]
    [InlineData("Customer.Account.Address", """{"CountryCode":"HK"}""")]
    [InlineData("Customer.Account.Address", """{"CountryCode":"AL","PostalCode":"1001","StateOrRegion":"New York"}""")]
    [InlineData("Customer.Account.Address.PostalCode", "\"not checked here\"")]
    public void What_the_rules_allow_is_accepted(string path, string value) => Assert.Null(Create(o => Put(o, path, JsonNode.Parse(value))).Error);

    [Fact]
    public void National_security_in_the_United_States_needs_no_website_state_or_postal_code() => Assert.Null(Create(o =>
    {
        o["NationalSecurity"] = "Yes";
        o["Customer"]!["Account"] = JsonNode.Parse("""{"CompanyName":"Agency","Industry":"Government","Address":{"CountryCode":"US"}}""");
    }).Error);

    [Fact]
    public void Unknown_partner_programs_vanish_and_other_target_companies_become_AWS()
    {
        var id = _client.Create(Some.Opportunity(o =>
        {
            o["Project"]!["ApnPrograms"] = new JsonArray("Windows", "Secret Program");
            o["Project"]!["ExpectedCustomerSpend"]![0]!["TargetCompany"] = "Humongous Insurance";
        }));

        var read = _client.Get(id);

        Assert.Equal("[\"Windows\"]", read.Node("Project.ApnPrograms")!.ToJsonString());
        Assert.Equal("AWS", read["Project.ExpectedCustomerSpend.0.TargetCompany"]);
    }

    [Fact]
    public void A_related_opportunity_is_not_kept_for_net_new_business()
    {
        var other = _client.Create();

        var net = _client.Create(Some.Opportunity(o => o["Project"]!["RelatedOpportunityIdentifier"] = other));
        var renewal = _client.Create(Some.Opportunity(o => { o["OpportunityType"] = "Flat Renewal"; o["Project"]!["RelatedOpportunityIdentifier"] = other; }));

        Assert.Null(_client.Get(net)["Project.RelatedOpportunityIdentifier"]);
        Assert.Equal(other, _client.Get(renewal)["Project.RelatedOpportunityIdentifier"]);
    }

    [Fact]
    public void The_contract_value_needs_a_duration_of_1_to_144_months()
    {
        var answer = Create(o =>
        {
            OpportunityTests.WithContractValue(o);
            o["Project"]!["ExpectedContractDuration"]!["Value"] = "145";
        });

        Assert.Equal(("project.expectedContractDuration.value", "VALUE_OUT_OF_RANGE"), (answer.Problems[0].Field, answer.Problems[0].Code));
    }

    [Fact]
    public void An_overdue_close_date_blocks_every_update_until_it_is_moved()
    {
        var id = _client.Create(Some.Opportunity(o => o["LifeCycle"]!["TargetCloseDate"] = "2026-11-30"));
        _client.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal("lifeCycle.targetCloseDate", _client.Update(id, o => o["LifeCycle"]!["NextSteps"] = "Call").Problems[0].Field);
        Assert.Null(_client.Update(id, o => o["LifeCycle"]!["TargetCloseDate"] = "2026-12-24").Error);
    }

    [Fact]
    public void The_stage_is_required_for_updates()
    {
        var id = _client.Create();

        Assert.Equal("lifeCycle.stage", _client.Update(id, o => o["LifeCycle"]!["Stage"] = null).Problems[0].Field);
    }

    [Fact]
    public void An_unknown_catalog_is_refused() => Assert.Equal("catalog", _client.Call("ListOpportunities", new JsonObject { ["Catalog"] = "Staging" }).Problems[0].Field);

    private Answer Create(Action<JsonObject> change) => _client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        change(o);
    }));

    private static void Put(JsonNode document, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        foreach (var part in parts[..^1]) document = int.TryParse(part, out var index) ? document[index]! : document[part]!;
        document[parts[^1]] = value;
    }

    public void Dispose() => _client.Dispose();
}
