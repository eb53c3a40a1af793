using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class IdTests
{
    [Theory]
    [InlineData("\"001D000000IqhSL\"", "001D000000IqhSLIAZ")]
    [InlineData("\"006aaaaaaaaaaaa\"", "006aaaaaaaaaaaaAAA")]
    [InlineData("\"001D000000IqhSLIAZ\"", "001D000000IqhSLIAZ")]
    [InlineData("\"O1234567\"", "O1234567")]
    [InlineData("\"O12345678901234\"", "O12345678901234")]
    [InlineData("\"engi-0000002isviga\"", "engi-0000002isviga")]
    public void Makes_short_Salesforce_ids_long_and_takes_others_as_they_are(string json, string expected) =>
        Assert.Equal(expected, Wire.Codec("id").Read(Place.CoSell, json).Canonical);
}
