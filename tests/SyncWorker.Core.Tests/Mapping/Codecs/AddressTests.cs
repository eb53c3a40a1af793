using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class AddressTests
{
    [Theory]
    [InlineData("us", "US")]
    [InlineData("United States", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("Great Britain", "GB")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("MACAO", "MO")]
    [InlineData("VIRGIN ISLANDS, U.S.", "VI")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("St. Lucia", "LC")]
    [InlineData("United Kingdom", "GB")]
    [InlineData("Korea", "KR")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("Palestinian Territory, Occupied", "PS")]
    [InlineData("Bolivia, Plurinational State of", "BO")]
    [InlineData("Cote d\u2019Ivoire", "CI")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Congo, the Democratic Republic of the", "CD")]
    [InlineData("Trinidad\u00a0& Tobago", "TT")]
    public void Reads_a_country_by_code_or_name(string text, string expected) => Assert.Equal(expected, Wire.Codec("country").Read(Place.Followed, $"\"{text}\"").Canonical);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("Serbia and Montenegro")]
    [InlineData("KP")]
    public void A_country_that_AWS_does_not_know_is_unknown(string text) => Assert.True(Wire.Codec("country").Read(Place.CoSell, $"\"{text}\"").IsUnknown);

    [Fact]
    public void AWS_gives_codes_only_and_the_orgs_own_names_come_from_the_map()
    {
        Assert.True(Wire.Codec("country").Read(Place.PartnerCentral, "\"United States\"").IsUnknown);
        Assert.Equal("DE", Wire.Codec("country", Wire.Map([], ["Allemagne->DE"])).Read(Place.Followed, "\"Allemagne\"").Canonical);
        Assert.Equal("\"United States\"", Wire.Codec("country").Write(Place.CoSell, "US", "\"United States\""));
    }

    [Theory]
    [InlineData("WA", "US", "Washington")]
    [InlineData("washington", "US", "Washington")]
    [InlineData("DC", "US", "Dist. of Columbia")]
    [InlineData("District of Columbia", "US", "Dist. of Columbia")]
    [InlineData("New\u00a0York", "US", "New York")]
    [InlineData("PR", "US", "Puerto Rico")]
    [InlineData("gu", "US", "Guam")]
    [InlineData("U.S. Virgin Islands", "US", "Virgin Islands")]
    [InlineData("MP", "US", "Northern Mariana Islands")]
    [InlineData("AE", "US", "APO/AE")]
    [InlineData("AP", "US", "FPO, AP")]
    [InlineData("FM", "US", "Federated States of Micronesia")]
    [InlineData("WA", null, "WA")]
    [InlineData("new york", null, "New York")]
    [InlineData("WA", "AU", null)]
    public void Reads_a_state_by_AWSs_name_and_for_the_United_States_only(string text, string? country, string? expected) =>
        Assert.Equal(expected, Wire.Codec("state").Read(Place.CoSell, $"\"{text}\"", country).Canonical);

    [Fact]
    public void A_state_that_AWS_does_not_know_is_unknown_and_what_AWS_says_is_taken()
    {
        Assert.Equal("'Washingtn' is not a US state that AWS knows. Write its full name", Wire.Codec("state").Read(Place.CoSell, "\"Washingtn\"", "US").Reason);
        Assert.Equal("New York", Wire.Codec("state").Read(Place.PartnerCentral, "\"New York\"", "AL").Canonical);
    }

    [Fact]
    public void AWS_gets_no_state_outside_the_United_States()
    {
        Assert.Equal("null", Wire.Codec("state").Write(Place.PartnerCentral, "Bayern", country: "DE"));
        Assert.Equal("\"Ohio\"", Wire.Codec("state").Write(Place.PartnerCentral, "Ohio", country: "US"));
    }

    [Theory]
    [InlineData("\"01234\"", "01234")]
    [InlineData("\" sw1a  1aa \"", "SW1A 1AA")]
    public void A_postal_code_keeps_its_zeros(string json, string expected) => Assert.Equal(expected, Wire.Codec("postalCode").Read(Place.CoSell, json).Canonical);

    [Fact]
    public void A_postal_code_that_is_too_long_is_unknown() =>
        Assert.Equal("21 characters; AWS takes 20. Shorten it", Wire.Codec("postalCode").Read(Place.CoSell, "\"123456789012345678901\"").Reason);
}
