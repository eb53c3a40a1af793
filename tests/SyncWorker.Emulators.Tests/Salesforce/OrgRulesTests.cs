using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class OrgRulesTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Theory]
    [InlineData("Closed Won", true, true)]
    [InlineData("Closed Lost", true, false)]
    [InlineData("Qualification", false, false)]
    public void The_stage_says_whether_an_opportunity_is_closed_and_won(string stage, bool closed, bool won)
    {
        var path = $"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}";

        _org.Patch(path, $$"""{"StageName":"{{stage}}"}""");

        Assert.Equal((closed, won), ((bool)_org.Get(path).Json["IsClosed"]!, (bool)_org.Get(path).Json["IsWon"]!));
    }

    [Fact]
    public void A_persons_name_is_made_of_its_parts()
    {
        var id = _org.Create("Contact", """{"FirstName":"Ines","LastName":"Costa"}""");
        _org.Patch($"/sobjects/Contact/{id}", """{"LastName":"Moreau"}""");

        Assert.Equal("Ines Moreau", (string?)_org.Get($"/sobjects/Contact/{id}").Json["Name"]);
    }

    [Fact]
    public void A_new_record_belongs_to_who_made_it()
    {
        var id = _org.Create("Account", """{"Name":"Adventure Works"}""");

        var record = _org.Get($"/sobjects/Account/{id}").Json;
        Assert.Equal((string?)record["CreatedById"], (string?)record["OwnerId"]);
    }

    [Fact]
    public void The_contact_named_on_create_becomes_the_primary_role()
    {
        var contact = _org.Create("Contact", """{"LastName":"Costa"}""");
        var opportunity = _org.Create("Opportunity", $$"""{"Name":"New","StageName":"Prospecting","CloseDate":"2027-01-31","ContactId":"{{contact}}"}""");

        var roles = _org.Query($"SELECT ContactId, IsPrimary FROM OpportunityContactRole WHERE OpportunityId = '{opportunity}'").Json["records"]!.AsArray();
        Assert.Equal((contact, true), ((string?)roles.Single()!["ContactId"], (bool)roles.Single()!["IsPrimary"]!));
    }

    [Fact]
    public void Only_one_role_is_primary()
    {
        var opportunity = _org.IdOf("Wingtip analytics");
        var contact = _org.Create("Contact", """{"LastName":"Costa"}""");

        _org.Create("OpportunityContactRole", $$"""{"OpportunityId":"{{opportunity}}","ContactId":"{{contact}}","IsPrimary":true}""");

        var primary = _org.Query($"SELECT ContactId FROM OpportunityContactRole WHERE OpportunityId = '{opportunity}' AND IsPrimary = true").Json["records"]!.AsArray();
        Assert.Equal(contact, (string?)primary.Single()!["ContactId"]);
    }

    [Fact]
    public void A_role_stays_with_its_opportunity()
    {
        var role = (string)_org.Query("SELECT Id FROM OpportunityContactRole LIMIT 1").Json["records"]![0]!["Id"]!;

        _org.Patch($"/sobjects/OpportunityContactRole/{role}", $$"""{"OpportunityId":"{{_org.IdOf("Wingtip analytics")}}"}""").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    [Fact]
    public void Country_and_state_codes_bring_their_names()
    {
        var id = _org.Create("Account", """{"Name":"A","BillingCountryCode":"US","BillingStateCode":"WA"}""");

        var account = _org.Get($"/sobjects/Account/{id}").Json;
        Assert.Equal(("United States", "Washington"), ((string?)account["BillingCountry"], (string?)account["BillingState"]));
    }

    [Fact]
    public void Country_and_state_names_bring_their_codes()
    {
        var id = _org.Create("Contact", """{"LastName":"A","MailingCountry":"united states","MailingState":"Texas"}""");

        var contact = _org.Get($"/sobjects/Contact/{id}").Json;
        Assert.Equal(("US", "TX", "United States"), ((string?)contact["MailingCountryCode"], (string?)contact["MailingStateCode"], (string?)contact["MailingCountry"]));
    }

    [Theory]
    [InlineData("""{"Name":"A","BillingCountry":"Atlantis"}""")]
    [InlineData("""{"Name":"A","BillingCountryCode":"XX"}""")]
    [InlineData("""{"Name":"A","BillingCountryCode":"US","BillingState":"Bavaria"}""")]
    [InlineData("""{"Name":"A","BillingCountryCode":"DE","BillingState":"Bayern"}""")]
    [InlineData("""{"Name":"A","BillingState":"Texas"}""")]
    public void Refuses_a_place_it_does_not_know(string json) => _org.Post("/sobjects/Account", json).IsRefused(HttpStatusCode.BadRequest, "FIELD_INTEGRITY_EXCEPTION");

    [Fact]
    public void A_deleted_parent_is_cleared_from_the_lookup_that_may_lose_it()
    {
        var opportunity = _org.IdOf("Wingtip analytics");
        var deal = _org.CreateDeal($$"""{"Opportunity__c":"{{opportunity}}"}""");

        _org.Delete($"/sobjects/Opportunity/{opportunity}");

        Assert.Null(_org.Deal(deal)["Opportunity__c"]);
    }

    [Fact]
    public void A_parent_that_a_lookup_protects_cannot_be_deleted()
    {
        var region = _org.Create("Region__c", """{"Name":"EMEA"}""");
        _org.CreateDeal($$"""{"Region__c":"{{region}}"}""");

        _org.Delete($"/sobjects/Region__c/{region}").IsRefused(HttpStatusCode.BadRequest, "DELETE_FAILED");
        Assert.Equal(HttpStatusCode.OK, _org.Get($"/sobjects/Region__c/{region}").Status);
    }

    [Fact]
    public void An_account_takes_its_contacts_and_opportunities_with_it()
    {
        _org.Delete($"/sobjects/Account/{(string)_org.Query("SELECT Id FROM Account WHERE Name LIKE 'Wingtip%'").Json["records"]![0]!["Id"]!}");

        Assert.Empty(_org.Opportunities("Name = 'Wingtip analytics'"));
        Assert.Equal(5, (int)_org.Query("SELECT COUNT() FROM Contact").Json["totalSize"]!);
    }
}
