using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral.Rules;

/// <summary>Rules of single operations that no flow meets by itself.</summary>
public sealed class OperationRulesTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_create_associates_nothing()
    {
        var id = _client.Create(Some.Opportunity(o => o["RelatedEntityIdentifiers"] = new JsonObject { ["AwsProducts"] = new JsonArray("AmazonS3") }));

        Assert.Empty(_client.Get(id).Node("RelatedEntityIdentifiers.AwsProducts")!.AsArray());
    }

    [Fact]
    public void A_create_names_the_sales_contact()
    {
        var id = _client.Create(Some.Opportunity(o => o["OpportunityTeam"] = JsonNode.Parse(
            """[{"BusinessTitle":"PartnerAccountManager","Email":"ana.silva@example.com","FirstName":"Ana","LastName":"Silva"}]""")));

        var team = _client.Get(id).Node("OpportunityTeam")!.AsArray();
        Assert.Equal(["OpportunityOwner", "PartnerAccountManager"], team.Select(m => m!["BusinessTitle"]!.GetValue<string>()));
        Assert.Equal("ana.silva@example.com", team[1]!["Email"]!.GetValue<string>());
    }

    [Fact]
    public void An_update_touches_neither_the_team_nor_the_associations_nor_the_origin()
    {
        var id = _client.Create();
        _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "AwsProducts", "AmazonS3"));
        var before = _client.Get(id);

        var answer = _client.Update(id, o =>
        {
            o["OpportunityTeam"] = new JsonArray();
            o["RelatedEntityIdentifiers"] = new JsonObject { ["AwsProducts"] = new JsonArray() };
            o["Origin"] = "AWS Referral";
        });

        Assert.Null(answer.Error);
        var after = _client.Get(id);
        Assert.Equal(before.Node("OpportunityTeam")!.ToJsonString(), after.Node("OpportunityTeam")!.ToJsonString());
        Assert.Equal("AmazonS3", after["RelatedEntityIdentifiers.AwsProducts.0"]);
        SubmissionTests.Submit(_client, id);
        Assert.Equal("Partner Referral", _client.Call("GetAwsOpportunitySummary", new JsonObject { ["RelatedOpportunityIdentifier"] = id })["Origin"]);
    }

    [Fact]
    public void The_same_update_sent_again_is_a_conflict()
    {
        var id = _client.Create();
        var request = _client.Get(id).Body!.DeepClone().AsObject();
        request["Identifier"] = id;
        request["LifeCycle"]!["NextSteps"] = "Call on Monday";

        Assert.Null(_client.Call("UpdateOpportunity", request).Error);
        Assert.Equal("ConflictException", _client.Call("UpdateOpportunity", request).Error);
    }

    [Theory]
    [InlineData("PartnerOpportunityIdentifier")]
    [InlineData("Origin")]
    public void A_list_is_not_narrowed_by(string member)
    {
        _client.Create();

        var listed = _client.Call("ListOpportunities", new JsonObject { [member] = new JsonArray("AWS Referral") });

        Assert.Single(listed.Node("OpportunitySummaries")!.AsArray());
    }

    [Theory]
    [InlineData("Identifier", 20, "O1")]
    [InlineData("LifeCycleStage", 10, "Prospect")]
    [InlineData("LifeCycleReviewStatus", 10, "Approved")]
    [InlineData("CustomerCompanyName", 10, "Humongous Insurance")]
    public void A_filter_takes_so_many_values_and_no_more(string filter, int most, string value)
    {
        Answer Asked(int count) => _client.Call("ListOpportunities", new JsonObject { [filter] = new JsonArray([.. Enumerable.Repeat(value, count).Select(v => (JsonNode)v)]) });

        Assert.Null(Asked(most).Error);
        Assert.Equal("TOO_MANY_VALUES", Asked(most + 1).Problems[0].Code);
    }

    [Theory]
    [InlineData("Identifier", "abc")]
    [InlineData("CreatedDate", "abc")]
    [InlineData("LastModifiedDate", "bca")]
    [InlineData("CustomerCompanyName", "cba")]
    [InlineData("TargetCloseDate", "bac")]
    public void A_list_is_sorted_by_what_is_asked_for(string by, string expected)
    {
        string[] ids = [Named("Woodgrove Bank", "2027-05-01"), Named("Trey Research", "2027-04-01"), Named("Alpine Ski House", "2027-06-01")];
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        _client.Update(ids[0], o => o["LifeCycle"]!["NextSteps"] = "Call on Monday");

        var listed = _client.Call("ListOpportunities", new JsonObject { ["Sort"] = new JsonObject { ["SortBy"] = by, ["SortOrder"] = "ASCENDING" } });

        Assert.Equal(expected, string.Concat(listed.Node("OpportunitySummaries")!.AsArray().Select(s => "abc"[Array.IndexOf(ids, s!["Id"]!.GetValue<string>())])));
    }

    [Theory]
    [InlineData("AwsMarketplaceSolutions", "Solution/sol-")]
    [InlineData("AwsMarketplaceProducts", "SaaSProduct/prod-")]
    public void Ten_of_a_kind_on_the_Marketplace_are_the_limit(string type, string name)
    {
        var id = _client.Create();
        Answer Associate(int number) => _client.Call("AssociateOpportunity", AssociationTests.Entity(id, type, $"arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/{name}{number}"));

        Assert.All(Enumerable.Range(0, 10), number => Assert.Null(Associate(number).Error));
        Assert.Equal("TOO_MANY_VALUES", Associate(10).Problems[0].Code);
    }

    [Fact]
    public void A_lost_deal_gets_no_offer()
    {
        var id = _client.Create(Some.Opportunity(o => { o["LifeCycle"]!["Stage"] = "Qualified"; }));
        SubmissionTests.Submit(_client, id);
        _client.Emulator.Review(id, "Approved");
        _client.Update(id, o => { o["LifeCycle"]!["Stage"] = "Closed Lost"; o["LifeCycle"]!["ClosedLostReason"] = "Price"; });

        var problem = _client.Call("AssociateOpportunity", AssociationTests.Entity(id, "AwsMarketplaceOffers", "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-4kdhx7mnlm3xk")).Problems[0];

        Assert.Equal("Cannot associate/disassociate offers when opportunity is in 'Closed Lost'.", problem.Message);
    }

    [Theory]
    [InlineData("Email", "assignee.email")]
    [InlineData("FirstName", "assignee.firstName")]
    [InlineData("LastName", "assignee.lastName")]
    [InlineData("BusinessTitle", "assignee.businessTitle")]
    public void An_assignee_needs_an_address_a_name_and_a_title(string member, string field)
    {
        var assignee = JsonNode.Parse("""{"Email":"ana.silva@example.com","FirstName":"Ana","LastName":"Silva","BusinessTitle":"PartnerAccountManager"}""")!.AsObject();
        assignee.Remove(member);

        var answer = _client.Call("AssignOpportunity", new JsonObject { ["Identifier"] = _client.Create(), ["Assignee"] = assignee });

        Assert.Equal((field, "REQUIRED_FIELD_MISSING"), (answer.Problems[0].Field, answer.Problems[0].Code));
    }

    public void Dispose() => _client.Dispose();

    private string Named(string company, string close)
    {
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        return _client.Create(Some.Opportunity(o => { o["Customer"]!["Account"]!["CompanyName"] = company; o["LifeCycle"]!["TargetCloseDate"] = close; }));
    }
}
