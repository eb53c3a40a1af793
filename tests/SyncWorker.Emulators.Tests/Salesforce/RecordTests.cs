using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class RecordTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Creates_with_201_and_a_location()
    {
        var answer = _org.Post("/sobjects/Account", """{"Name":"Adventure Works"}""");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var id = (string)answer.Json["id"]!;
        Assert.Equal($$"""{"id":"{{id}}","success":true,"errors":[]}""", answer.Text);
        Assert.Equal($"/services/data/v67.0/sobjects/Account/{id}", answer.Http.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("Account", """{"Name":"A"}""", "001")]
    [InlineData("Contact", """{"LastName":"A"}""", "003")]
    [InlineData("Opportunity", """{"Name":"A","StageName":"Prospecting","CloseDate":"2027-01-31"}""", "006")]
    [InlineData("Region__c", """{"Name":"EMEA"}""", "a00")]
    [InlineData(SourceFolder.Deal, """{}""", "a01")]
    public void Ids_have_18_characters_and_the_prefix_of_their_object(string type, string json, string prefix)
    {
        var id = _org.Create(type, json);

        Assert.StartsWith(prefix, id);
        Assert.Equal(18, id.Length);
    }

    [Fact]
    public void Reads_by_the_15_character_id_and_prints_18()
    {
        var id = _org.IdOf("Wingtip analytics");

        Assert.Equal(id, (string?)_org.Get($"/sobjects/Opportunity/{id[..15]}?fields=Name").Json["Id"]);
    }

    [Fact]
    public void Reads_the_fields_asked_for_with_attributes_first()
    {
        var id = _org.IdOf("Wingtip analytics");

        Assert.Equal(
            $$"""{"attributes":{"type":"Opportunity","url":"/services/data/v67.0/sobjects/Opportunity/{{id}}"},"Name":"Wingtip analytics","StageName":"Prospecting","Id":"{{id}}"}""",
            _org.Get($"/sobjects/opportunity/{id}?fields=name,StageName").Text);
    }

    [Fact]
    public void Refuses_to_read_an_unknown_field() =>
        _org.Get($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}?fields=Name,Nope__c").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public void An_unknown_object_is_not_found() => _org.Get("/sobjects/Nope__c/006000000000001").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public void An_unknown_id_is_not_found() => _org.Get("/sobjects/Opportunity/006000000000001").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public void An_id_of_another_object_is_not_found() =>
        _org.Get($"/sobjects/Account/{_org.IdOf("Wingtip analytics")}").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public void Updates_with_204_and_no_body()
    {
        var id = _org.IdOf("Wingtip analytics");

        var answer = _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"Send the summary"}""");

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Text));
        Assert.Equal("Send the summary", (string?)_org.Get($"/sobjects/Opportunity/{id}").Json["NextStep"]);
    }

    [Fact]
    public void Stamps_a_write_with_its_second_and_its_user()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromSeconds(90));

        _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"Call"}""");

        var record = _org.Get($"/sobjects/Opportunity/{id}").Json;
        var me = new Uri((string)_org.LogIn().Json["id"]!).Segments[^1];
        Assert.Equal("2026-11-22T21:21:30.000+0000", (string?)record["LastModifiedDate"]);
        Assert.Equal("2026-11-22T21:21:30.000+0000", (string?)record["SystemModstamp"]);
        Assert.Equal("2026-11-22T21:20:00.000+0000", (string?)record["CreatedDate"]);
        Assert.Equal(me, (string?)record["LastModifiedById"]);
    }

    [Fact]
    public void An_update_without_a_change_is_stamped_as_well()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromSeconds(10));

        _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"Discovery call"}""");

        Assert.Equal("2026-11-22T21:20:10.000+0000", (string?)_org.Get($"/sobjects/Opportunity/{id}").Json["LastModifiedDate"]);
    }

    [Fact]
    public void Deletes_into_the_recycle_bin()
    {
        var id = _org.IdOf("Wingtip analytics");

        Assert.Equal(HttpStatusCode.NoContent, _org.Delete($"/sobjects/Opportunity/{id}").Status);

        Assert.Empty(_org.Opportunities("Name = 'Wingtip analytics'"));
        Assert.Equal(["Wingtip analytics"], _org.QueryAll("SELECT Name FROM Opportunity WHERE IsDeleted = true").Names);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void A_deleted_record_says_so(string method)
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Delete($"/sobjects/Opportunity/{id}");

        _org.Call(method, $"/sobjects/Opportunity/{id}", method == "PATCH" ? """{"NextStep":"x"}""" : null).IsRefused(HttpStatusCode.NotFound, "ENTITY_IS_DELETED");
    }

    [Fact]
    public void Refuses_an_id_in_the_body() =>
        _org.Patch($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}", """{"Id":"006000000000001"}""").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public void Refuses_a_body_that_is_not_JSON() =>
        _org.Post("/sobjects/Account", "{\"Name\":").IsRefused(HttpStatusCode.BadRequest, "JSON_PARSER_ERROR");

    [Fact]
    public void Refuses_a_body_of_another_media_type()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v67.0/sobjects/Account") { Content = new StringContent("Name=A") };

        _org.Send(request).IsRefused(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public void Refuses_a_method_the_resource_does_not_have() =>
        _org.Call("PUT", $"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}", "{}").IsRefused(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
}
