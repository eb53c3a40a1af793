using System.Globalization;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class MoneyTests
{
    [Theory]
    [InlineData("1.0E7", "10000000")]
    [InlineData("100.0", "100")]
    [InlineData("\"531.0\"", "531")]
    [InlineData("\"531\"", "531")]
    [InlineData("\"0.10\"", "0.1")]
    [InlineData("12.345", "12.34")]
    [InlineData("12.355", "12.36")]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1000000000000000", "1000000000000000")]
    public void Reads_an_amount_to_two_decimals(string json, string expected) => Assert.Equal(expected, Wire.Codec("money").Read(Place.CoSell, json).Canonical);

    [Fact]
    public void Writes_a_string_to_AWS_and_a_number_to_Salesforce()
    {
        Assert.Equal("\"10000000\"", Wire.Codec("money").Write(Place.PartnerCentral, "10000000", "\"531\""));
        Assert.Equal("1234.5", Wire.Codec("money").Write(Place.CoSell, "1234.5"));
    }

    [Theory]
    [InlineData("1E+6", "1000000", "1000000")]
    [InlineData("1e-2", "0.01", "0.01")]
    [InlineData("123456789012.5", "123456789012.5", "123456789012.5")]
    [InlineData("1.0E15", "1000000000000000", "1000000000000000")]
    public void Never_writes_an_exponent_or_a_comma_in_any_culture(string json, string toAws, string toSalesforce)
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = comma;
        try
        {
            var canonical = Wire.Codec("money").Read(Place.CoSell, json).Canonical!;
            Assert.Equal($"\"{toAws}\"", Wire.Codec("money").Write(Place.PartnerCentral, canonical));
            Assert.Equal(toSalesforce, Wire.Codec("money").Write(Place.CoSell, canonical));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Leaves_an_amount_alone_that_is_the_same_to_two_decimals() => Assert.Equal("12.345", Wire.Codec("money").Write(Place.CoSell, "12.34", "12.345"));

    [Theory]
    [InlineData("\"1,000\"", "'1,000' is not an amount. Write a number")]
    [InlineData("\"12 EUR\"", "'12 EUR' is not an amount. Write a number")]
    [InlineData("1e400", "'1e400' is not an amount. Write a number")]
    [InlineData("-5", "-5 is not an amount that AWS takes: 0 to 1,000,000,000,000,000. Correct it")]
    [InlineData("1000000000000001", "1000000000000001 is not an amount that AWS takes: 0 to 1,000,000,000,000,000. Correct it")]
    public void What_is_no_amount_is_unknown_with_the_reason(string json, string reason) => Assert.Equal(reason, Wire.Codec("money").Read(Place.CoSell, json).Reason);
}
