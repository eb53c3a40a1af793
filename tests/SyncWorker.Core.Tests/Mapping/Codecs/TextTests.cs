using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class TextTests
{
    [Theory]
    [InlineData("\"  Data lake \"", "Data lake")]
    [InlineData("\"one\\r\\ntwo\\rthree\"", "one\ntwo\nthree")]
    [InlineData("\"Security &amp; Compliance\"", "Security & Compliance")]
    [InlineData("\"Business Applications&amp;colon; SAP\"", "Business Applications: SAP")]
    [InlineData("\"Stage&colon; two\"", "Stage: two")]
    [InlineData("\"&amp;lt;b&amp;gt;\"", "&lt;b&gt;")]
    [InlineData("\"x &lt; y\"", "x &lt; y")]
    [InlineData("12.5", "12.5")]
    public void Reads_text_without_what_a_side_adds(string json, string expected)
    {
        Assert.Equal(expected, Wire.Codec("text").Read(Place.PartnerCentral, json).Canonical);
        Assert.Equal(expected, Wire.Codec("text").Read(Place.CoSell, json).Canonical);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \\n\"")]
    public void A_blank_is_empty(string json) => Assert.True(Wire.Codec("text").Read(Place.CoSell, json).IsEmpty);

    [Fact]
    public void Holds_a_text_that_is_too_long()
    {
        var reading = Wire.Codec("text", length: 255).Read(Place.CoSell, $"\"{new string('x', 300)}\"");
        Assert.Equal("300 characters; AWS takes 255. Shorten it", reading.Reason);
        Assert.Null(reading.Canonical);
    }

    [Fact]
    public void Cuts_a_text_where_the_row_says_so() => Assert.Equal("12345", Wire.Codec("text", length: 5, cut: true).Read(Place.CoSell, "\"1234567\"").Canonical);

    [Fact]
    public void Never_cuts_a_character_in_half() => Assert.Equal("1234", Wire.Codec("text", length: 5, cut: true).Read(Place.CoSell, "\"1234😀\"").Canonical);

    [Fact]
    public void Leaves_the_long_text_in_Salesforce_alone_when_AWS_holds_its_beginning() =>
        Assert.Equal("\"1234567\"", Wire.Codec("text", length: 5, cut: true).Write(Place.CoSell, "12345", "\"1234567\""));

    [Theory]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    public void What_is_no_text_is_unknown(string json) => Assert.True(Wire.Codec("text").Read(Place.PartnerCentral, json).IsUnknown);
}
