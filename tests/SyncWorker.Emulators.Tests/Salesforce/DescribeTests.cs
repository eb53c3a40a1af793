using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class DescribeTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Lists_every_object()
    {
        var names = _org.Get("/sobjects").Json["sobjects"]!.AsArray().Select(o => (string)o!["name"]!);

        Assert.Equal(["Account", "Contact", "Opportunity", "OpportunityContactRole", "Organization", "Region__c", "Shared_Deal__c", "User"], names);
    }

    [Theory]
    [InlineData("Clazar_Id__c", "type", "\"string\"")]
    [InlineData("Clazar_Id__c", "length", "36")]
    [InlineData("Clazar_Id__c", "unique", "true")]
    [InlineData("Clazar_Id__c", "externalId", "true")]
    [InlineData("Clazar_Id__c", "label", "\"Clazar Id\"")]
    [InlineData("Problem__c", "type", "\"textarea\"")]
    [InlineData("Problem__c", "length", "2000")]
    [InlineData("Problem__c", "filterable", "false")]
    [InlineData("Spend__c", "type", "\"currency\"")]
    [InlineData("Spend__c", "precision", "16")]
    [InlineData("Score__c", "type", "\"double\"")]
    [InlineData("Share__c", "type", "\"percent\"")]
    [InlineData("Starts__c", "type", "\"date\"")]
    [InlineData("Synced__c", "type", "\"datetime\"")]
    [InlineData("Submit__c", "type", "\"boolean\"")]
    [InlineData("Submit__c", "nillable", "false")]
    [InlineData("Contact_Email__c", "type", "\"email\"")]
    [InlineData("Contact_Phone__c", "type", "\"phone\"")]
    [InlineData("Site__c", "type", "\"url\"")]
    [InlineData("Motion__c", "type", "\"picklist\"")]
    [InlineData("Motion__c", "restrictedPicklist", "true")]
    [InlineData("Review__c", "restrictedPicklist", "false")]
    [InlineData("Needs__c", "type", "\"multipicklist\"")]
    [InlineData("Opportunity__c", "type", "\"reference\"")]
    [InlineData("Opportunity__c", "referenceTo", "[\"Opportunity\"]")]
    [InlineData("Opportunity__c", "relationshipName", "\"Opportunity__r\"")]
    [InlineData("Name", "autoNumber", "true")]
    [InlineData("Name", "createable", "false")]
    [InlineData("LastModifiedDate", "updateable", "false")]
    [InlineData("OwnerId", "relationshipName", "\"Owner\"")]
    public void Describes_a_field(string field, string property, string value) => Assert.Equal(value, Field(SourceFolder.Deal, field)[property]!.ToJsonString());

    [Fact]
    public void Describes_the_values_of_a_picklist() =>
        Assert.Equal(
            """{"active":true,"defaultValue":false,"label":"Net New Business","value":"Net New Business"}""",
            Field(SourceFolder.Deal, "Motion__c")["picklistValues"]![0]!.ToJsonString());

    [Fact]
    public void A_field_deployed_on_a_standard_object_is_described_with_it() => Assert.Equal("boolean", (string?)Field("Opportunity", "Share_With_AWS__c")["type"]);

    [Fact]
    public void Names_the_ways_down_to_children()
    {
        var children = _org.Get("/sobjects/Opportunity/describe").Json["childRelationships"]!.AsArray().Select(c => ((string)c!["childSObject"]!, (string)c["relationshipName"]!));

        Assert.Equal([("OpportunityContactRole", "OpportunityContactRoles"), ("Shared_Deal__c", "Shared_Deals__r")], children);
    }

    [Fact]
    public void An_unknown_object_is_not_found() => _org.Get("/sobjects/Nope__c/describe").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    private JsonNode Field(string type, string field) => _org.Get($"/sobjects/{type}/describe").Json["fields"]!.AsArray().Single(f => (string?)f!["name"] == field)!;
}
