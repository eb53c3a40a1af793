using SyncWorker.Emulators.Salesforce.Records;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class SalesforceIdTests
{
    [Theory]
    [InlineData("00190000001pPvH", "00190000001pPvHAAU")]
    [InlineData("001gL0000000001", "001gL0000000001QAA")]
    [InlineData("006000000000000", "006000000000000AAA")]
    public void Fifteen_characters_get_the_checksum_of_their_case(string text, string id)
    {
        Assert.True(SalesforceId.TryParse(text, out var known));
        Assert.Equal(id, known);
        Assert.True(SalesforceId.TryParse(id, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00190000001pPv")]
    [InlineData("00190000001pPvHAA")]
    [InlineData("00190000001pPvHAAA")]
    [InlineData("00190000001PPvHAAU")]
    [InlineData("00190000001pP-H")]
    public void Anything_else_is_no_id(string text) => Assert.False(SalesforceId.TryParse(text, out _));

    [Theory]
    [InlineData(1, "006gL0000000001")]
    [InlineData(61, "006gL000000000z")]
    [InlineData(62, "006gL0000000010")]
    public void Running_numbers_make_growing_ids(long number, string id) => Assert.Equal(id, SalesforceId.Make("006", number)[..15]);
}
