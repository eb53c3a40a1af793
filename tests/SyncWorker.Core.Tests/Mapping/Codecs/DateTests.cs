using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

public class DateTests
{
    [Fact]
    public void Reads_and_writes_a_day_as_it_is()
    {
        Assert.Equal("2026-11-22", Wire.Codec("date").Read(Place.CoSell, "\"2026-11-22\"").Canonical);
        Assert.Equal("\"2026-11-22\"", Wire.Codec("date").Write(Place.PartnerCentral, "2026-11-22"));
    }

    [Theory]
    [InlineData("\"2026-11-22T00:00:00.000+0000\"", "'2026-11-22T00:00:00.000+0000' is a date with a time; the row takes a date. Ask your Salesforce admin to correct the field map")]
    [InlineData("\"2026-02-30\"", "'2026-02-30' is not a date. Write it as 2026-12-31")]
    [InlineData("\"22.11.2026\"", "'22.11.2026' is not a date. Write it as 2026-12-31")]
    [InlineData("\"0999-01-01\"", "'0999-01-01' is not a date. Write it as 2026-12-31")]
    public void What_is_no_day_is_unknown_with_the_reason(string json, string reason) => Assert.Equal(reason, Wire.Codec("date").Read(Place.CoSell, json).Reason);
}
