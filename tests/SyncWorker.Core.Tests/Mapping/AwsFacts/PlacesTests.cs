using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Tests.Mapping.AwsFacts;

public class PlacesTests
{
    [Fact]
    public void Every_country_is_found_by_its_own_name_and_by_its_code() =>
        Assert.All(Countries.All, code => Assert.Equal((code, code), (Countries.Find(Countries.Name(code)), Countries.Find(code.ToLowerInvariant()))));

    [Theory]
    [InlineData("Cape Verde", "CV")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Libyan Arab Jamahiriya", "LY")]
    [InlineData("Macedonia, The former Yugoslav Republic Of", "MK")]
    [InlineData("Saint Martin (French Part )", "MF")]
    [InlineData("Bonaire,Sint Eustatius and Saba", "BQ")]
    [InlineData("Congo", "CG")]
    [InlineData("Democratic Republic of the Congo", "CD")]
    [InlineData("DEU", "DE")]
    public void Knows_the_odd_names(string name, string code) => Assert.Equal(code, Countries.Find(name));

    [Fact]
    public void Has_AWSs_62_states_each_found_by_its_name()
    {
        Assert.Equal(62, UsStates.All.Length);
        Assert.All(UsStates.All, name => Assert.Equal(name, UsStates.Find(name.ToUpperInvariant())));
    }
}
