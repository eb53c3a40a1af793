using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class ValueTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Theory]
    [InlineData("Project_Title__c", "\"\"", "null")]
    [InlineData("Project_Title__c", "\"   \"", "null")]
    [InlineData("Project_Title__c", "\"  padded  \"", "\"padded\"")]
    [InlineData("Project_Title__c", "\"two  blanks\"", "\"two  blanks\"")]
    [InlineData("Project_Title__c", "null", "null")]
    [InlineData("Contact_Email__c", "\"Mixed.Case@Example.com\"", "\"Mixed.Case@Example.com\"")]
    [InlineData("Contact_Phone__c", "\"(206) 555-0142\"", "\"(206) 555-0142\"")]
    public void Trims_text_and_keeps_nothing_as_null(string field, string sent, string kept) => Assert.Equal(kept, _org.Kept(field, sent));

    [Theory]
    [InlineData("Spend__c", "3", "3.0")]
    [InlineData("Spend__c", "3.10", "3.1")]
    [InlineData("Spend__c", "\"1234.5\"", "1234.5")]
    [InlineData("Spend__c", "0", "0.0")]
    [InlineData("Spend__c", "-12.25", "-12.25")]
    [InlineData("Spend__c", "9999999", "9999999.0")]
    [InlineData("Spend__c", "10000000", "1.0E7")]
    [InlineData("Spend__c", "12345678.5", "1.23456785E7")]
    [InlineData("Spend__c", "1e3", "1000.0")]
    [InlineData("Spend__c", "null", "null")]
    [InlineData("Spend__c", "\"\"", "null")]
    public void Numbers_are_doubles(string field, string sent, string kept) => Assert.Equal(kept, _org.Kept(field, sent));

    [Theory]
    [InlineData("\"2026-11-22T21:20:00.987Z\"", "2026-11-22T21:20:00.000+0000")]
    [InlineData("\"2026-11-22T21:20:00Z\"", "2026-11-22T21:20:00.000+0000")]
    [InlineData("\"2026-11-22T21:20:00+02:00\"", "2026-11-22T19:20:00.000+0000")]
    [InlineData("\"2026-11-22T21:20:00.000+0000\"", "2026-11-22T21:20:00.000+0000")]
    public void Datetimes_are_cut_to_whole_seconds_in_UTC(string sent, string kept)
    {
        var id = _org.CreateDeal($$"""{"Synced__c":{{sent}}}""");

        Assert.Equal(kept, (string?)_org.Deal(id)["Synced__c"]);
    }

    [Theory]
    [InlineData("\"Pricing Assistance;Architectural Validation\"", "\"Architectural Validation;Pricing Assistance\"")]
    [InlineData("\"Pricing Assistance;Pricing Assistance\"", "\"Pricing Assistance\"")]
    [InlineData("\"\"", "null")]
    public void A_multi_select_comes_back_in_the_order_of_its_definition(string sent, string kept) => Assert.Equal(kept, _org.Kept("Needs__c", sent));

    [Fact]
    public void A_picklist_keeps_the_spelling_of_its_definition() => Assert.Equal("\"Expansion\"", _org.Kept("Motion__c", "\"expansion\""));

    [Fact]
    public void An_unrestricted_picklist_takes_any_value() => Assert.Equal("\"Something new\"", _org.Kept("Review__c", "\"Something new\""));

    [Theory]
    [InlineData("Starts__c", "\"2026-11-22\"", "\"2026-11-22\"")]
    [InlineData("Submit__c", "true", "true")]
    [InlineData("Submit__c", "\"true\"", "true")]
    public void Keeps_dates_and_booleans(string field, string sent, string kept) => Assert.Equal(kept, _org.Kept(field, sent));

    [Fact]
    public void A_reference_is_taken_with_15_characters_and_printed_with_18()
    {
        var opportunity = _org.IdOf("Wingtip analytics");

        Assert.Equal($"\"{opportunity}\"", _org.Kept("Opportunity__c", $"\"{opportunity[..15]}\""));
    }

    [Theory]
    [InlineData("Submit__c", "null")]
    [InlineData("Submit__c", "\"maybe\"")]
    [InlineData("Submit__c", "1")]
    [InlineData("Starts__c", "\"2026-13-01\"")]
    [InlineData("Starts__c", "\"2026-11-22T00:00:00Z\"")]
    [InlineData("Starts__c", "20261122")]
    [InlineData("Synced__c", "\"2026-11-22\"")]
    [InlineData("Synced__c", "\"2026-11-22T21:20:00\"")]
    [InlineData("Spend__c", "\"lots\"")]
    [InlineData("Spend__c", "true")]
    [InlineData("Needs__c", "[\"Pricing Assistance\"]")]
    [InlineData("Project_Title__c", "[\"x\"]")]
    [InlineData("Project_Title__c", "{\"x\":1}")]
    public void Refuses_a_value_of_the_wrong_type(string field, string sent) => _org.Refused(field, sent).IsRefused(HttpStatusCode.BadRequest, "JSON_PARSER_ERROR");

    [Theory]
    [InlineData("Spend__c", "100000000000000")]
    [InlineData("Score__c", "10000")]
    [InlineData("Share__c", "1000")]
    public void Refuses_a_number_with_too_many_digits(string field, string sent) => _org.Refused(field, sent).IsRefused(HttpStatusCode.BadRequest, "NUMBER_OUTSIDE_VALID_RANGE");

    [Theory]
    [InlineData("Contact_Email__c", "not an address")]
    [InlineData("Contact_Email__c", "a@b")]
    [InlineData("Contact_Email__c", "a@b@c.com")]
    public void Refuses_an_invalid_email_address(string field, string sent) => _org.Refused(field, $"\"{sent}\"").IsRefused(HttpStatusCode.BadRequest, "INVALID_EMAIL_ADDRESS");

    [Theory]
    [InlineData("Motion__c", "Unheard of")]
    [InlineData("Needs__c", "Pricing Assistance;Unheard of")]
    public void Refuses_a_value_outside_a_restricted_picklist(string field, string sent) =>
        _org.Refused(field, $"\"{sent}\"").IsRefused(HttpStatusCode.BadRequest, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
}
