using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class EmailTests
{
    [Fact]
    public void Lower_cases_an_address() => Assert.Equal("john.doe@example.com", Wire.Codec("email").Read(Place.CoSell, "\" John.Doe@Example.com \"").Canonical);

    [Theory]
    [InlineData("\"john.doe\"", "'john.doe' is not an e-mail address that AWS takes. Correct it")]
    [InlineData("\"john@example\"", "'john@example' is not an e-mail address that AWS takes. Correct it")]
    [InlineData("\"jöhn@example.com\"", "'jöhn@example.com' is not an e-mail address that AWS takes. Correct it")]
    [InlineData("\"john@example.com, ana@example.com\"", "'john@example.com, ana@example.com' is not an e-mail address that AWS takes. Correct it")]
    public void What_AWS_does_not_take_is_unknown_with_the_reason(string json, string reason) => Assert.Equal(reason, Wire.Codec("email").Read(Place.CoSell, json).Reason);

    [Fact]
    public void Takes_80_characters_and_no_more()
    {
        var domain = "@" + new string('d', 60) + ".example.com";
        Assert.True(Wire.Codec("email").Read(Place.CoSell, $"\"{new string('a', 7)}{domain}\"").HasValue);
        Assert.Equal("81 characters; AWS takes 80. Shorten it", Wire.Codec("email").Read(Place.CoSell, $"\"{new string('a', 8)}{domain}\"").Reason);
    }

    [Fact]
    public void Leaves_capitals_in_Salesforce_alone() => Assert.Equal("\"Ana@Example.com\"", Wire.Codec("email").Write(Place.CoSell, "ana@example.com", "\"Ana@Example.com\""));
}
