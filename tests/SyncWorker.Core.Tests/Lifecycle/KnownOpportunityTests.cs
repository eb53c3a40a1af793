using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Core.Tests.Lifecycle;

public sealed class KnownOpportunityTests
{
    [Theory]
    [InlineData("https://www.Contoso.com/en?x=1", "contoso.com")]
    [InlineData("contoso.com", "contoso.com")]
    [InlineData("HTTP://shop.contoso.com:8080", "shop.contoso.com")]
    [InlineData("www.contoso.com/", "contoso.com")]
    [InlineData("not a website", null)]
    [InlineData(null, null)]
    public void A_website_is_known_by_its_host_alone(string? website, string? host) => Assert.Equal(host, KnownOpportunity.Host(website));

    [Theory]
    [InlineData("Prospect", "Approved", true)]
    [InlineData("Committed", "Pending Submission", true)]
    [InlineData("Launched", "Approved", false)]
    [InlineData("Closed Lost", "Approved", false)]
    [InlineData("Prospect", "Rejected", false)]
    public void A_deal_that_is_over_or_rejected_is_not_open(string stage, string status, bool isOpen)
    {
        var summary = new JsonObject { ["Id"] = "O1234567", ["LifeCycle"] = new JsonObject { ["Stage"] = stage, ["ReviewStatus"] = status }, ["PartnerOpportunityIdentifier"] = "006A000000AbCdEIAV" };
        Assert.Equal(new KnownOpportunity("O1234567", "006A000000AbCdE", null, isOpen), KnownOpportunity.Of(summary));
    }

    [Fact]
    public void The_same_mapped_object_tells_more_than_the_same_website()
    {
        KnownOpportunity[] known = [new("O1", null, "contoso.com", true), new("O2", "006A000000AbCdE", "fabrikam.com", true)];
        Assert.Equal("O2 (same Mapped Object, open)", Duplicates.Of(known, "006A000000AbCdE", "contoso.com"));
        Assert.Equal("O1 (same website, open)", Duplicates.Of(known, "006A000000AbCdF", "contoso.com"));
        Assert.Null(Duplicates.Of(known, "006A000000AbCdF", "adatum.com"));
    }
}
