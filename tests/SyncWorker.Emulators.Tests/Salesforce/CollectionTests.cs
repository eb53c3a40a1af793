using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class CollectionTests : IDisposable
{
    private const string Good = """{"attributes":{"type":"Account"},"Name":"Good"}""";
    private const string Bad = """{"attributes":{"type":"Account"},"Name":""}""";

    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Answers_200_with_a_result_at_each_index_even_when_one_fails()
    {
        var answer = Write("POST", $"{Bad},{Good}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]}""", answer.Json[0]!.ToJsonString());
        Assert.Equal($$"""{"id":"{{(string?)answer.Json[1]!["id"]}}","success":true,"errors":[]}""", answer.Json[1]!.ToJsonString());
        Assert.Equal(7, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void All_or_none_takes_the_good_rows_back()
    {
        var answer = Write("POST", $"{Good},{Bad}", "\"allOrNone\":true,");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", (string?)answer.Json[0]!["errors"]![0]!["statusCode"]);
        Assert.Equal("REQUIRED_FIELD_MISSING", (string?)answer.Json[1]!["errors"]![0]!["statusCode"]);
        Assert.Equal(6, _org.Emulator.Records("Account").Count);
    }

    [Fact]
    public void Updates_rows_by_their_ids()
    {
        var id = _org.IdOf("Wingtip analytics");

        var answer = Write("PATCH", $$"""{"attributes":{"type":"Opportunity"},"id":"{{id}}","NextStep":"x"},{"attributes":{"type":"Opportunity"},"id":"006gL00000zzzzz","NextStep":"x"}""");

        Assert.True((bool)answer.Json[0]!["success"]!);
        Assert.Equal("INVALID_CROSS_REFERENCE_KEY", (string?)answer.Json[1]!["errors"]![0]!["statusCode"]);
        Assert.Equal("x", (string?)_org.Emulator.Record("Opportunity", id)!["NextStep"]);
    }

    [Fact]
    public void Deletes_rows_by_their_ids()
    {
        var id = _org.IdOf("Wingtip analytics");

        var answer = _org.Delete($"/composite/sobjects?ids={id},{id}");

        Assert.True((bool)answer.Json[0]!["success"]!);
        Assert.Equal("ENTITY_IS_DELETED", (string?)answer.Json[1]!["errors"]![0]!["statusCode"]);
    }

    [Fact]
    public void Upserts_rows_and_says_which_were_created()
    {
        var known = _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        var answer = _org.Patch($"/composite/sobjects/{SourceFolder.Deal}/Clazar_Id__c", """
            {"records":[{"attributes":{"type":"Shared_Deal__c"},"Clazar_Id__c":"link-1"},{"attributes":{"type":"Shared_Deal__c"},"Clazar_Id__c":"link-2"}]}
            """);

        Assert.Equal((known, false), ((string?)answer.Json[0]!["id"], (bool)answer.Json[0]!["created"]!));
        Assert.True((bool)answer.Json[1]!["created"]!);
    }

    [Fact]
    public void Refuses_more_than_200_rows() =>
        Write("POST", string.Join(',', Enumerable.Repeat(Good, 201))).IsRefused(HttpStatusCode.BadRequest, "EXCEEDED_MAX_SIZE_REQUEST");

    [Fact]
    public void Refuses_more_than_ten_runs_of_types()
    {
        const string Contact = """{"attributes":{"type":"Contact"},"LastName":"x"}""";

        Assert.Equal(HttpStatusCode.OK, Write("POST", string.Join(',', Enumerable.Repeat($"{Good},{Contact}", 5))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, Write("POST", string.Join(',', Enumerable.Repeat($"{Good},{Contact}", 5).Append(Good))).Status);
    }

    [Fact]
    public void Reads_many_in_the_order_asked_with_null_for_what_is_not_there()
    {
        var one = _org.IdOf("Wingtip analytics");
        var two = _org.IdOf("Contoso contact center");

        var answer = _org.Post("/composite/sobjects/Opportunity", $$"""{"ids":["{{two}}","006gL00000zzzzz","{{one}}","nope"],"fields":["Name"]}""");

        Assert.Equal(["Contoso contact center", null, "Wingtip analytics", null], answer.Json.AsArray().Select(r => (string?)r?["Name"]));
    }

    [Fact]
    public void A_deleted_record_reads_as_null()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Delete($"/sobjects/Opportunity/{id}");

        Assert.Equal("[null]", _org.Post("/composite/sobjects/Opportunity", $$"""{"ids":["{{id}}"],"fields":["Name"]}""").Text);
    }

    [Fact]
    public void Refuses_to_read_an_unknown_field_of_many() =>
        _org.Post("/composite/sobjects/Opportunity", """{"ids":[],"fields":["Nope__c"]}""").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public void Refuses_to_read_more_than_2000() =>
        _org.Post("/composite/sobjects/Opportunity", new JsonObject { ["ids"] = new JsonArray([.. Enumerable.Repeat("x", 2001).Select(x => JsonValue.Create(x))]), ["fields"] = new JsonArray("Name") }.ToJsonString())
            .IsRefused(HttpStatusCode.BadRequest, "EXCEEDED_MAX_SIZE_REQUEST");

    private Answer Write(string method, string records, string flags = "") => _org.Call(method, "/composite/sobjects", $$"""{{{flags}}"records":[{{records}}]}""");
}
