using SyncWorker.Core.Mapping.AwsFacts;

namespace SyncWorker.Core.Tests.Mapping.AwsFacts;

public class AwsEnumsTests
{
    [Theory]
    [InlineData("Industry", 28, "Real Estate and Construction")]
    [InlineData("Stage", 7, "Closed Lost")]
    [InlineData("ReviewStatus", 6, "In review")]
    [InlineData("ClosedLostReason", 19, "Lost to Competitor - Other")]
    [InlineData("AwsClosedLostReason", 48, "Other (Details in Description)")]
    [InlineData("AwsOpportunityStage", 24, "On-hold")]
    [InlineData("DeliveryModel", 6, "SaaS or PaaS")]
    [InlineData("SalesActivity", 8, "Conducted POC / Demo")]
    [InlineData("PrimaryNeedFromAws", 9, "Do Not Need Support from AWS Sales Rep")]
    [InlineData("CustomerUseCase", 39, "Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI")]
    [InlineData("ApnPrograms", 16, "Partner Opportunity Acceleration Funded")]
    [InlineData("MarketingUseCase", 26, "VR & AR")]
    [InlineData("CompetitorName", 11, "*Other")]
    [InlineData("Channel", 13, "Out Of Home (OOH)")]
    [InlineData("RejectionReason", 5, "Duplicate of partner referral")]
    [InlineData("CurrencyCode", 2, "EUR")]
    [InlineData("CountryCode", 249, "AN")]
    public void Has_each_list_whole(string name, int count, string one)
    {
        Assert.Equal(count, AwsEnums.Of(name).Length);
        Assert.Contains(one, AwsEnums.Of(name));
    }

    [Fact]
    public void No_value_has_blanks_around_or_twice() =>
        Assert.All(AwsEnums.Names.SelectMany(n => AwsEnums.Of(n)), v => Assert.Equal(v, string.Join(' ', v.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void A_name_that_is_none_has_no_values() => Assert.Empty(AwsEnums.Of("Colour"));
}
