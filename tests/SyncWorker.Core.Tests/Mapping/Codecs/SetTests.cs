using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class SetTests
{
    private static readonly ValueMap Models = Wire.Map(["SaaS or PaaS", "Resell", "Other"], ["Cloud->SaaS or PaaS", "Software->SaaS or PaaS"]);

    [Theory]
    [InlineData(Place.CoSell, "\"Resell;Cloud; Resell\"", "Resell;SaaS or PaaS")]
    [InlineData(Place.CoSell, "\"Cloud;Software\"", "SaaS or PaaS")]
    [InlineData(Place.PartnerCentral, "[\"SaaS or PaaS\",\"Other\"]", "Other;SaaS or PaaS")]
    [InlineData(Place.PartnerCentral, "\"Other\"", "Other")]
    public void Reads_values_once_and_sorted(Place place, string json, string expected) => Assert.Equal(expected, Wire.Codec("set", Models).Read(place, json).Canonical);

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"\"]")]
    [InlineData("null")]
    [InlineData("\";\"")]
    public void A_list_of_nothing_is_empty(string json) => Assert.True(Wire.Codec("set", Models).Read(Place.CoSell, json).IsEmpty);

    [Fact]
    public void One_value_without_a_partner_makes_the_list_unknown() =>
        Assert.Equal("AWS value 'Rental' is not in the value map 'stage'. Ask your Salesforce admin to add it", Wire.Codec("set", Models).Read(Place.PartnerCentral, "[\"Other\",\"Rental\"]").Reason);

    [Fact]
    public void A_value_that_Salesforce_would_tear_is_unknown() => Assert.True(Wire.Codec("set").Read(Place.PartnerCentral, "[\"a;b\"]").IsUnknown);

    [Fact]
    public void A_list_of_objects_is_unknown() => Assert.True(Wire.Codec("set").Read(Place.PartnerCentral, "[{\"Id\":1}]").IsUnknown);

    [Fact]
    public void Writes_a_list_to_AWS_and_a_string_to_Salesforce()
    {
        Assert.Equal("[\"Other\",\"Resell\"]", Wire.Codec("set", Models).Write(Place.PartnerCentral, "Other;Resell"));
        Assert.Equal("\"Other;Resell\"", Wire.Codec("set", Models).Write(Place.CoSell, "Other;Resell"));
    }

    [Fact]
    public void Keeps_the_words_and_the_order_that_are_there()
    {
        Assert.Equal("\"Software;Resell\"", Wire.Codec("set", Models).Write(Place.CoSell, "Resell;SaaS or PaaS", "\"Software;Resell\""));
        Assert.Equal("\"Other;Software\"", Wire.Codec("set", Models).Write(Place.CoSell, "Other;SaaS or PaaS", "\"Software;Resell\""));
    }
}
