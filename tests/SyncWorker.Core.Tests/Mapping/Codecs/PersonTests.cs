using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class PersonTests
{
    [Theory]
    [InlineData("""{"FirstName":"Ana","LastName":"da Silva","Email":"Ana@amazon.com"}""", "Ana da Silva <ana@amazon.com>")]
    [InlineData("""{"LastName":"Silva"}""", "Silva")]
    [InlineData("""{"FirstName":null,"Email":"ana@amazon.com"}""", "<ana@amazon.com>")]
    [InlineData("""{"FirstName":"Ana <x>","Email":""}""", "Ana x")]
    public void Reads_a_person_with_parts_missing(string json, string expected) => Assert.Equal(expected, Wire.Codec("person").Read(Place.PartnerCentral, json).Canonical);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"FirstName":" ","BusinessTitle":"PDM"}""")]
    [InlineData("null")]
    public void A_person_of_nothing_is_empty(string json) => Assert.True(Wire.Codec("person").Read(Place.PartnerCentral, json).IsEmpty);

    [Fact]
    public void Takes_two_fields_in_Salesforce()
    {
        var read = Wire.Codec("person").Decode(Place.CoSell, Wire.Parts("\"Ana Silva\"", "\"ana@amazon.com\""), CodecContext.None);
        Assert.Equal("Ana Silva <ana@amazon.com>", read.Canonical);
        Assert.Equal("[\"Ana Silva\",\"ana@amazon.com\"]", read.Wire);
        var written = Wire.Codec("person").Encode(Place.CoSell, "<ana@amazon.com>", Wire.Parts("\"Ana Silva\"", "null"), CodecContext.None);
        Assert.Equal("[null,\"ana@amazon.com\"]", Codec.Wire(written.Parts));
        Assert.Equal("[null,null]", Codec.Wire(Wire.Codec("person").Encode(Place.CoSell, null, [], CodecContext.None).Parts));
    }

    [Theory]
    [InlineData("""{"FirstName":"Ana","LastName":"Silva"}""", "Ana Silva")]
    [InlineData("\"Ana  Silva\"", "Ana Silva")]
    public void A_name_is_two_members_or_one_text(string json, string expected) => Assert.Equal(expected, Wire.Codec("name").Read(Place.PartnerCentral, json).Canonical);
}
