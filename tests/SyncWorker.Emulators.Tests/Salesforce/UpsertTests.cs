using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class UpsertTests : IDisposable
{
    private const string Path = $"/sobjects/{SourceFolder.Deal}/Clazar_Id__c/";

    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void A_new_value_creates_with_201()
    {
        var answer = _org.Patch(Path + "link-1", """{"Project_Title__c":"New"}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.True((bool)answer.Json["created"]!);
        Assert.Equal("link-1", (string?)_org.Deal((string)answer.Json["id"]!)["Clazar_Id__c"]);
    }

    [Fact]
    public void A_known_value_updates_with_200()
    {
        var id = _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        var answer = _org.Patch(Path + "LINK-1", """{"Project_Title__c":"Changed"}""");

        Assert.Equal($$"""{"id":"{{id}}","success":true,"errors":[],"created":false}""", answer.Text);
        Assert.Equal("Changed", (string?)_org.Deal(id)["Project_Title__c"]);
    }

    [Fact]
    public void An_old_version_answers_an_update_with_204()
    {
        _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch($"/services/data/v45.0{Path}link-1", "{}").Status);
    }

    [Fact]
    public void The_value_is_percent_encoded()
    {
        var id = (string)_org.Patch(Path + "a%2Fb%20c", "{}").Json["id"]!;

        Assert.Equal("a/b c", (string?)_org.Deal(id)["Clazar_Id__c"]);
        Assert.Equal(id, (string?)_org.Get(Path + "a%2Fb%20c").Json["Id"]);
    }

    [Fact]
    public void Several_records_with_the_value_are_300_and_their_urls()
    {
        var first = _org.CreateDeal("""{"Group_Key__c":"g"}""");
        var second = _org.CreateDeal("""{"Group_Key__c":"g"}""");

        var answer = _org.Patch($"/sobjects/{SourceFolder.Deal}/Group_Key__c/g", "{}");

        Assert.Equal(HttpStatusCode.MultipleChoices, answer.Status);
        Assert.Equal([$"/services/data/v67.0/sobjects/Shared_Deal__c/{first}", $"/services/data/v67.0/sobjects/Shared_Deal__c/{second}"], answer.Json.AsArray().Select(n => (string?)n));
    }

    [Fact]
    public void Update_only_never_creates()
    {
        _org.Patch(Path + "link-1?updateOnly=true", "{}").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");
        Assert.Empty(_org.Emulator.Records(SourceFolder.Deal));
    }

    [Fact]
    public void Refuses_the_external_id_in_the_body() => _org.Patch(Path + "link-1", """{"Clazar_Id__c":"link-1"}""").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public void A_field_that_is_no_external_id_is_not_found() =>
        _org.Patch($"/sobjects/{SourceFolder.Deal}/Project_Title__c/x", "{}").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public void Id_serves_as_the_field()
    {
        var id = _org.CreateDeal("{}");

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch($"/sobjects/{SourceFolder.Deal}/Id/{id}", """{"Project_Title__c":"x"}""").Status);
    }

    [Fact]
    public void Reads_and_deletes_by_external_id()
    {
        _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        Assert.Equal("link-1", (string?)_org.Get(Path + "link-1").Json["Clazar_Id__c"]);
        Assert.Equal(HttpStatusCode.NoContent, _org.Delete(Path + "link-1").Status);
        _org.Get(Path + "link-1").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");
    }
}
