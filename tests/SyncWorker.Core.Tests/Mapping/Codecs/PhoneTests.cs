using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class PhoneTests
{
    [Theory]
    [InlineData("\"(206) 555-0100\"", "US", "+12065550100")]
    [InlineData("\"+1 206 555 0100\"", null, "+12065550100")]
    [InlineData("\"(206) 555-0100 ext. 12\"", "US", "+12065550100")]
    [InlineData("\"020 7946 0123\"", "GB", "+442079460123")]
    [InlineData("\"+44 (0)20 7946 0123\"", null, "+442079460123")]
    [InlineData("\"030 123456\"", "DE", "+4930123456")]
    [InlineData("\"0049 30 123456\"", "DE", "+4930123456")]
    [InlineData("\"011 49 30 123456\"", "US", "+4930123456")]
    [InlineData("\"+49 30 123456\"", "US", "+4930123456")]
    [InlineData("\"06 1234 5678\"", "IT", "+390612345678")]
    [InlineData("\"01 23 45 67 89\"", "FR", "+33123456789")]
    [InlineData("\"03-1234-5678\"", "JP", "+81312345678")]
    [InlineData("\"(11) 91234-5678\"", "BR", "+5511912345678")]
    [InlineData("\"206\u00a0555\u20110100\"", "US", "+12065550100")]
    public void Reads_a_number_as_E164(string json, string? country, string expected) => Assert.Equal(expected, Wire.Codec("phone").Read(Place.CoSell, json, country).Canonical);

    [Fact]
    public void A_number_of_the_partners_own_people_is_of_their_country_whatever_the_customers() =>
        Assert.Equal("+12065550143", Wire.Codec("phone", argument: "US").Read(Place.CoSell, "\"(206) 555-0143\"", "DE").Canonical);

    [Theory]
    [InlineData("\"abc\"", "US", "'abc' is not a telephone number that AWS takes. Write it as +12065550100")]
    [InlineData("\"2065550100\"", null, "'2065550100' is not a telephone number that AWS takes. Start it with + and the country code")]
    [InlineData("\"555-0100\"", "US", "'555-0100' is not a telephone number that AWS takes. Write it as +12065550100")]
    public void What_is_no_number_is_unknown_with_the_reason(string json, string? country, string reason) =>
        Assert.Equal(reason, Wire.Codec("phone").Read(Place.CoSell, json, country).Reason);

    [Fact]
    public void Takes_what_AWS_holds_even_where_no_plan_of_numbers_has_it() => Assert.Equal("+123", Wire.Codec("phone").Read(Place.PartnerCentral, "\"+123\"").Canonical);

    [Fact]
    public void Keeps_the_extension_in_Salesforce() =>
        Assert.Equal("\"206 555 0100 x 12\"", Wire.Codec("phone").Write(Place.CoSell, "+12065550100", "\"206 555 0100 x 12\"", "US"));
}
