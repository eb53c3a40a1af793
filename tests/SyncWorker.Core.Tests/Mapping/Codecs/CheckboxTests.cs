using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class CheckboxTests
{
    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "false")]
    public void A_flag_knows_no_blank(string json, string expected)
    {
        Assert.Equal(expected, Wire.Codec("flag").Read(Place.CoSell, json).Canonical);
        Assert.Equal("false", Wire.Codec("flag").Write(Place.CoSell, null));
    }

    [Theory]
    [InlineData("\"Action Required\"", "true")]
    [InlineData("\"Approved\"", "false")]
    [InlineData("null", "false")]
    public void Is_compares_what_AWS_holds(string json, string expected) =>
        Assert.Equal(expected, Wire.Codec("is", argument: "Action Required").Read(Place.PartnerCentral, json).Canonical);

    [Fact]
    public void Is_writes_a_checkbox_and_never_to_AWS()
    {
        Assert.Equal("true", Wire.Codec("is", argument: "Action Required").Write(Place.CoSell, "true", "false"));
        Assert.Equal("(the row is derived from what AWS holds)", Wire.Codec("is", argument: "Action Required").Write(Place.PartnerCentral, "true"));
    }

    [Theory]
    [InlineData(Place.CoSell, "true", "Yes")]
    [InlineData(Place.CoSell, "false", "No")]
    [InlineData(Place.CoSell, "\"yes\"", "Yes")]
    [InlineData(Place.PartnerCentral, "\"Marketing Activity\"", "Yes")]
    [InlineData(Place.PartnerCentral, "\"None\"", "No")]
    public void Yes_and_No_have_AWSs_words_where_the_row_names_them(Place place, string json, string expected) =>
        Assert.Equal(expected, Wire.Codec("yesNo", argument: "Marketing Activity|None").Read(place, json).Canonical);

    [Theory]
    [InlineData(Place.PartnerCentral, "null", "\"None\"")]
    [InlineData(Place.CoSell, "null", "\"No\"")]
    [InlineData(Place.CoSell, "\"Yes\"", "\"No\"")]
    [InlineData(Place.CoSell, "true", "false")]
    public void No_is_written_as_the_place_writes_it(Place place, string present, string expected) =>
        Assert.Equal(expected, Wire.Codec("yesNo", argument: "Marketing Activity|None").Write(place, "No", present));

    [Theory]
    [InlineData("\"Maybe\"")]
    [InlineData("1")]
    public void Anything_else_is_unknown_and_blank_stays_empty(string json)
    {
        Assert.True(Wire.Codec("yesNo").Read(Place.CoSell, json).IsUnknown);
        Assert.True(Wire.Codec("yesNo").Read(Place.CoSell, "null").IsEmpty);
    }
}
