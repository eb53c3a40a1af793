using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class WebsiteTests
{
    [Theory]
    [InlineData("\"https://www.Example.com/\"", "https://www.example.com")]
    [InlineData("\"HTTP://example.com/Path/\"", "http://example.com/Path/")]
    [InlineData("\" www.example.com \"", "www.example.com")]
    [InlineData("\"example.co.uk:8443/a?b=c\"", "example.co.uk:8443/a?b=c")]
    public void Reads_a_website(string json, string expected)
    {
        Assert.Equal(expected, Wire.Codec("website").Read(Place.CoSell, json).Canonical);
        Assert.Equal(expected, Wire.Codec("website").Read(Place.PartnerCentral, json).Canonical);
    }

    [Theory]
    [InlineData("\"acme\"", "'acme' is not a website that AWS takes. Write one such as www.example.com")]
    [InlineData("\"not known yet\"", "'not known yet' is not a website that AWS takes. Write one such as www.example.com")]
    [InlineData("\"ftp://example.com\"", "'ftp://example.com' is not a website that AWS takes. Write one such as www.example.com")]
    [InlineData("\"example.com/?a=1&b=2\"", "'example.com/?a=1&b=2' is not a website that AWS takes. Write one such as www.example.com")]
    [InlineData("\"a.b\"", "3 characters; AWS takes 4 to 255. Correct it")]
    public void What_AWS_does_not_take_is_unknown_with_the_reason(string json, string reason) => Assert.Equal(reason, Wire.Codec("website").Read(Place.CoSell, json).Reason);

    [Fact]
    public void Leaves_a_slash_at_the_end_alone() =>
        Assert.Equal("\"https://example.com/\"", Wire.Codec("website").Write(Place.CoSell, "https://example.com", "\"https://example.com/\""));
}
