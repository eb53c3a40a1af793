using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class DateTimeTests
{
    [Theory]
    [InlineData("\"2026-11-22T21:20:00.000+0000\"", "2026-11-22T21:20:00Z")]
    [InlineData("\"2026-11-22T21:20:00Z\"", "2026-11-22T21:20:00Z")]
    [InlineData("\"2026-11-22T21:20:00.987654321Z\"", "2026-11-22T21:20:00Z")]
    [InlineData("\"2026-11-22T23:20:00.5+02:00\"", "2026-11-22T21:20:00Z")]
    [InlineData("\"2026-12-31T20:00:00-0500\"", "2027-01-01T01:00:00Z")]
    public void Reads_both_wires_to_whole_seconds(string json, string expected) => Assert.Equal(expected, Wire.Codec("dateTime").Read(Place.PartnerCentral, json).Canonical);

    [Fact]
    public void Writes_each_side_in_its_own_way()
    {
        Assert.Equal("\"2026-11-22T21:20:00.000Z\"", Wire.Codec("dateTime").Write(Place.CoSell, "2026-11-22T21:20:00Z"));
        Assert.Equal("\"2026-11-22T21:20:00Z\"", Wire.Codec("dateTime").Write(Place.PartnerCentral, "2026-11-22T21:20:00Z"));
    }

    [Theory]
    [InlineData("\"2026-11-22\"")]
    [InlineData("\"2026-11-22T25:00:00Z\"")]
    [InlineData("\"2026-11-22T21:20:00\"")]
    [InlineData("\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("1763846400")]
    public void What_is_no_moment_is_unknown(string json) => Assert.True(Wire.Codec("dateTime").Read(Place.PartnerCentral, json).IsUnknown);
}
