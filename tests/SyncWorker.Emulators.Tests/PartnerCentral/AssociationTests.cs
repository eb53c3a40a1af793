using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class AssociationTests : IDisposable
{
    private const string Offer = "arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-4kdhx7mnlm3xk";
    private readonly SellingClient _client = new();

    [Fact]
    public void An_association_answers_with_nothing_and_does_not_move_LastModifiedDate()
    {
        var id = _client.Create();
        var before = _client.Get(id)["LastModifiedDate"];

        var answer = _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AWSLambda"));

        Assert.Equal((200, 0L), ((int)answer.Status, answer.Response.Content.Headers.ContentLength));
        Assert.Equal("AWSLambda", _client.Get(id)["RelatedEntityIdentifiers.AwsProducts.0"]);
        Assert.Equal(before, _client.Get(id)["LastModifiedDate"]);
    }

    [Fact]
    public void An_association_can_be_made_to_move_LastModifiedDate_as_it_once_did()
    {
        using var early = new SellingClient(new PartnerCentralEmulatorOptions { AssociationsMoveLastModifiedDate = true });
        var id = early.Create();

        early.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AWSLambda"));

        Assert.Equal("2026-11-23T09:30:15.251Z", early.Get(id)["LastModifiedDate"]);
    }

    [Fact]
    public void A_solution_takes_the_place_of_its_description()
    {
        var id = _client.Create();

        _client.Call("AssociateOpportunity", Entity(id, "Solutions", "S-0051244"));

        Assert.Null(_client.Get(id)["Project.OtherSolutionDescription"]);
    }

    [Theory]
    [InlineData("Solutions", "S-0099999", "INVALID_VALUE")]
    [InlineData("Solutions", "S-0055117", "INVALID_VALUE")]
    [InlineData("AwsProducts", "Lambda", "INVALID_VALUE")]
    [InlineData("AwsMarketplaceOffers", "offer-4kdhx7mnlm3xk", "INVALID_STRING_FORMAT")]
    [InlineData("AwsMarketplaceSolutions", "arn:aws:aws-marketplace:us-east-1:999999999999:AWSMarketplace/Solution/sol-1", "INVALID_VALUE")]
    [InlineData("Products", "AWSLambda", "INVALID_ENUM_VALUE")]
    public void What_does_not_exist_cannot_be_associated(string type, string entity, string code) =>
        Assert.Equal(code, _client.Call("AssociateOpportunity", Entity(_client.Create(), type, entity)).Problems[0].Code);

    [Fact]
    public void What_is_associated_cannot_be_associated_again()
    {
        var id = _client.Create();
        _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AmazonS3"));

        Assert.Equal("DUPLICATE_KEY_VALUE", _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AmazonS3")).Problems[0].Code);
    }

    [Fact]
    public void Twenty_products_are_the_limit()
    {
        var id = _client.Create();
        string[] products =
        [
            "AWSLambda", "AWSGlue", "AWSBackup", "AWSBatch", "AWSConfig", "AWSShield", "AmazonS3", "AmazonSQS", "AmazonAthena", "AmazonBedrock", "AmazonCognito",
            "AmazonDynamoDB", "AmazonRedshift", "AmazonRoute53", "AmazonSageMaker", "AmazonTextract", "AmazonGuardDuty", "AmazonCloudWatch", "AmazonCloudFront", "AWSOutposts",
        ];
        foreach (var product in products) Assert.Equal(200, (int)_client.Call("AssociateOpportunity", Entity(id, "AwsProducts", product)).Status);

        Assert.Equal("TOO_MANY_VALUES", _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AWSCloudTrail")).Problems[0].Code);
    }

    [Fact]
    public void One_offer_belongs_to_one_opportunity_and_excludes_an_offer_set()
    {
        var a = _client.Create();
        var b = _client.Create();
        Assert.Equal(200, (int)_client.Call("AssociateOpportunity", Entity(a, "AwsMarketplaceOffers", Offer)).Status);

        Assert.Equal("DUPLICATE_KEY_VALUE", _client.Call("AssociateOpportunity", Entity(b, "AwsMarketplaceOffers", Offer)).Problems[0].Code);
        var set = Offer.Replace("Offer/offer-", "OfferSet/offerset-", StringComparison.Ordinal);
        Assert.Equal("TOO_MANY_VALUES", _client.Call("AssociateOpportunity", Entity(a, "AwsMarketplaceOfferSets", set)).Problems[0].Code);
    }

    [Fact]
    public void What_is_taken_off_is_gone_and_cannot_be_taken_off_twice()
    {
        var id = _client.Create();
        _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AmazonS3"));

        Assert.Equal(200, (int)_client.Call("DisassociateOpportunity", Entity(id, "AwsProducts", "AmazonS3")).Status);
        Assert.Empty(_client.Get(id).Node("RelatedEntityIdentifiers.AwsProducts")!.AsArray());
        Assert.Equal("ResourceNotFoundException", _client.Call("DisassociateOpportunity", Entity(id, "AwsProducts", "AmazonS3")).Error);
    }

    [Fact]
    public void The_last_solution_of_a_submitted_deal_stays_until_another_is_there()
    {
        var id = _client.Create();
        _client.Call("AssociateOpportunity", Entity(id, "Solutions", "S-0051244"));
        SubmissionTests.Submit(_client, id);
        _client.Emulator.Review(id, "Approved");

        Assert.Equal("ACTION_NOT_PERMITTED", _client.Call("DisassociateOpportunity", Entity(id, "Solutions", "S-0051244")).Problems[0].Code);
        _client.Call("AssociateOpportunity", Entity(id, "Solutions", "S-0052871"));
        Assert.Equal(200, (int)_client.Call("DisassociateOpportunity", Entity(id, "Solutions", "S-0051244")).Status);
    }

    [Fact]
    public void Associations_are_locked_while_AWS_reviews()
    {
        var id = _client.Create();
        SubmissionTests.Submit(_client, id);

        Assert.Equal("ACTION_NOT_PERMITTED", _client.Call("AssociateOpportunity", Entity(id, "AwsProducts", "AmazonS3")).Problems[0].Code);
    }

    [Fact]
    public void The_owner_must_be_a_known_user_and_gets_the_names_of_its_profile()
    {
        var id = _client.Create();

        var answer = Assign(id, "OpportunityOwner", "martha.rivera@example.com");

        Assert.Null(answer.Body);
        Assert.Equal(("Martha", "Rivera"), (_client.Get(id)["OpportunityTeam.0.FirstName"], _client.Get(id)["OpportunityTeam.0.LastName"]));
        Assert.Equal("INVALID_VALUE", Assign(id, "OpportunityOwner", "stranger@example.com").Problems[0].Code);
    }

    [Fact]
    public void The_partner_account_manager_is_replaced_not_added()
    {
        var id = _client.Create();
        Assign(id, "PartnerAccountManager", "first@example.com");
        Assign(id, "PartnerAccountManager", "second@example.com");

        var team = _client.Get(id).Node("OpportunityTeam")!.AsArray();

        Assert.Equal(["nikki.wolf@example.com", "second@example.com"], team.Select(m => m!["Email"]!.GetValue<string>()));
    }

    [Fact]
    public void Solutions_are_listed_by_status_and_catalog()
    {
        var active = _client.Call("ListSolutions", new JsonObject { ["Status"] = new JsonArray("Active"), ["MaxResults"] = 100 }).Node("SolutionSummaries")!.AsArray();
        var sandbox = _client.Call("ListSolutions", new JsonObject { ["Catalog"] = "Sandbox" });

        Assert.Equal(5, active.Count);
        Assert.All(active, s => Assert.Matches("^S-[0-9]{7}$", s!["Id"]!.GetValue<string>()));
        Assert.Contains("S-1234567", sandbox.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    internal static JsonObject Entity(string id, string type, string entity) =>
        new() { ["OpportunityIdentifier"] = id, ["RelatedEntityType"] = type, ["RelatedEntityIdentifier"] = entity };

    private Answer Assign(string id, string title, string email) => _client.Call("AssignOpportunity", new JsonObject
    {
        ["Identifier"] = id,
        ["Assignee"] = new JsonObject { ["BusinessTitle"] = title, ["Email"] = email, ["FirstName"] = "Any", ["LastName"] = "Body" },
    });

    public void Dispose() => _client.Dispose();
}
