using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class ValidationTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void An_unknown_field_has_no_column()
    {
        var answer = _org.Refused("Nope__c", "1");

        answer.IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("No such column 'Nope__c' on sobject of type Shared_Deal__c", answer.Message);
    }

    [Theory]
    [InlineData("CreatedDate", "\"2026-11-22T21:20:00Z\"")]
    [InlineData("LastModifiedDate", "\"2026-11-22T21:20:00Z\"")]
    [InlineData("SystemModstamp", "\"2026-11-22T21:20:00Z\"")]
    [InlineData("IsDeleted", "true")]
    [InlineData("Name", "\"SD-9999\"")]
    public void Refuses_to_write_what_the_org_writes(string field, string value)
    {
        var answer = _org.Refused(field, value);

        answer.IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE");
        Assert.Equal(field, (string?)answer.Json[0]!["fields"]![0]);
    }

    [Fact]
    public void Refuses_to_write_whether_an_opportunity_is_closed() =>
        _org.Patch($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}", """{"IsClosed":true}""").IsRefused(HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE");

    [Fact]
    public void Names_every_required_field_that_is_missing()
    {
        var answer = _org.Post("/sobjects/Opportunity", """{"Amount":1}""");

        answer.IsRefused(HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING");
        Assert.Equal("Required fields are missing: [Name, StageName, CloseDate]", answer.Message);
        Assert.Equal("""["Name","StageName","CloseDate"]""", answer.Json[0]!["fields"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"StageName":null}""")]
    [InlineData("""{"Name":"  "}""")]
    public void Refuses_to_empty_a_required_field(string json) =>
        _org.Patch($"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}", json).IsRefused(HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING");

    [Theory]
    [InlineData("Name", 120)]
    [InlineData("NextStep", 255)]
    [InlineData("Description", 32_000)]
    public void Refuses_text_longer_than_its_field(string field, int length)
    {
        var path = $"/sobjects/Opportunity/{_org.IdOf("Wingtip analytics")}";

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch(path, $$"""{"{{field}}":"{{new string('x', length)}}"}""").Status);
        var answer = _org.Patch(path, $$"""{"{{field}}":"{{new string('x', length + 1)}}"}""");
        answer.IsRefused(HttpStatusCode.BadRequest, "STRING_TOO_LONG");
        Assert.EndsWith($"(max length={length})", answer.Message);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("001gL0000000001")]
    public void Refuses_a_reference_that_cannot_be_an_id_of_its_object(string value) => _org.Refused("Opportunity__c", $"\"{value}\"").IsRefused(HttpStatusCode.BadRequest, "MALFORMED_ID");

    [Fact]
    public void Refuses_a_reference_to_nothing() => _org.Refused("Opportunity__c", "\"006gL00000zzzzz\"").IsRefused(HttpStatusCode.BadRequest, "INVALID_CROSS_REFERENCE_KEY");

    [Fact]
    public void Refuses_a_second_record_with_a_unique_value_and_names_the_first()
    {
        var first = _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        var answer = _org.Refused("Clazar_Id__c", "\"LINK-1\"");

        answer.IsRefused(HttpStatusCode.BadRequest, "DUPLICATE_VALUE");
        Assert.Equal($"duplicate value found: Clazar_Id__c duplicates value on record with id: {first[..15]}", answer.Message);
    }

    [Fact]
    public void A_case_sensitive_unique_field_tells_case_apart()
    {
        _org.CreateDeal("""{"Exact_Key__c":"abc"}""");

        _org.CreateDeal("""{"Exact_Key__c":"ABC"}""");
        _org.Refused("Exact_Key__c", "\"abc\"").IsRefused(HttpStatusCode.BadRequest, "DUPLICATE_VALUE");
    }

    [Fact]
    public void A_record_may_keep_its_own_unique_value()
    {
        var id = _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch($"/sobjects/{SourceFolder.Deal}/{id}", """{"Clazar_Id__c":"link-1"}""").Status);
    }

    [Fact]
    public void Many_records_may_have_no_value_in_a_unique_field()
    {
        _org.CreateDeal("{}");
        _org.CreateDeal("{}");
    }

    [Fact]
    public void A_record_in_the_recycle_bin_frees_its_unique_value()
    {
        var id = _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");
        _org.Delete($"/sobjects/{SourceFolder.Deal}/{id}");

        _org.CreateDeal("""{"Clazar_Id__c":"link-1"}""");
    }

    [Fact]
    public void A_refused_update_writes_nothing_at_all()
    {
        var id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromSeconds(5));

        _org.Patch($"/sobjects/Opportunity/{id}", """{"NextStep":"x","CloseDate":"soon"}""");

        var record = _org.Get($"/sobjects/Opportunity/{id}").Json;
        Assert.Equal("Discovery call", (string?)record["NextStep"]);
        Assert.Equal("2026-11-22T21:20:00.000+0000", (string?)record["SystemModstamp"]);
    }

    [Fact]
    public void The_organization_cannot_be_written() =>
        _org.Post("/sobjects/Organization", """{"Name":"x"}""").IsRefused(HttpStatusCode.BadRequest, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
}
