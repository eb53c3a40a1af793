using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Tests.Mapping.AwsFacts;

public class PostalCodesTests
{
    [Theory]
    [InlineData("US", "98101")]
    [InlineData("US", "98101-1234")]
    [InlineData("CA", "k1a 0b1")]
    [InlineData("GB", "SW1A 1AA")]
    [InlineData("GB", "L22DP")]
    [InlineData("NL", "1011 AC")]
    [InlineData("IE", "D02 AF30")]
    [InlineData("PL", "00-950")]
    [InlineData("SE", "SE-11122")]
    [InlineData("BN", "KB2333")]
    [InlineData("RE", "97490")]
    [InlineData("CL", "anything")]
    public void Takes_what_AWS_takes(string country, string code) => Assert.True(PostalCodes.Fits(country, code));

    [Theory]
    [InlineData("US", "1234")]
    [InlineData("US", "981011234")]
    [InlineData("DE", "1010A")]
    [InlineData("CA", "K1A-0B1")]
    [InlineData("CA", "11A 0B1")]
    [InlineData("RE", "98490")]
    [InlineData("VC", "VD1234")]
    public void Refuses_what_AWS_refuses(string country, string code) => Assert.False(PostalCodes.Fits(country, code));

    [Theory]
    [InlineData("US", "12345 or 12345-6789")]
    [InlineData("CA", "A1B 2C3 or A1B2C3")]
    [InlineData("PL", "12-345")]
    [InlineData("GB", "AB12 3CD or A1 2BC or the like")]
    [InlineData("CL", null)]
    public void Shows_how_a_code_should_look(string country, string? expected) => Assert.Equal(expected, PostalCodes.Example(country));

    [Theory]
    [InlineData("AE", false)]
    [InlineData("HK", false)]
    [InlineData("US", true)]
    public void Knows_the_countries_without_codes(string country, bool wanted) => Assert.Equal(wanted, PostalCodes.IsWanted(country));

    [Fact]
    public void Every_example_fits() => Assert.All(
        from country in Countries.All
        where PostalCodes.Example(country) is not null
        from example in PostalCodes.Example(country)!.Replace(" or the like", "", StringComparison.Ordinal).Split(" or ")
        select (country, example),
        pair => Assert.True(PostalCodes.Fits(pair.country, pair.example), $"{pair}"));
}
