using System.Text.Json.Nodes;
using SyncWorker.Configuration;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Tests.Configuration;

/// <summary>What Salesforce's own values mean at AWS, by hand from the defaults that were agreed.</summary>
public sealed class ShippedValueMapTests
{
    private static readonly FieldMap Map = FieldMapLoader.Load(Repository.Config).Map!;

    [Theory]
    [InlineData("Prospecting", "Prospect")]
    [InlineData("Qualification", "Qualified")]
    [InlineData("Needs Analysis", "Qualified")]
    [InlineData("Value Proposition", "Technical Validation")]
    [InlineData("Id. Decision Makers", "Technical Validation")]
    [InlineData("Perception Analysis", "Technical Validation")]
    [InlineData("Proposal/Price Quote", "Business Validation")]
    [InlineData("Negotiation/Review", "Business Validation")]
    [InlineData("Closed Won", "Committed")]
    [InlineData("Closed Lost", "Closed Lost")]
    [InlineData("Pilot", null)]
    public void A_stage_of_the_sale_means_a_stage_of_AWSs_or_is_held(string stage, string? meaning) => Assert.Equal(meaning, Followed("Sale Stage", stage).Canonical);

    [Theory]
    [InlineData("New Customer", "Net New Business")]
    [InlineData("New Business", "Net New Business")]
    [InlineData("Existing Customer - Upgrade", "Expansion")]
    [InlineData("Existing Business", "Expansion")]
    [InlineData("Add-On", "Expansion")]
    [InlineData("Upsell", "Expansion")]
    [InlineData("Existing Customer - Replacement", "Flat Renewal")]
    [InlineData("Existing Customer - Downgrade", "Flat Renewal")]
    [InlineData("Renewal", "Flat Renewal")]
    public void An_opportunity_type_means_one_of_AWSs(string type, string meaning) => Assert.Equal(meaning, Followed("Opportunity Type", type).Canonical);

    [Theory]
    [InlineData("Agriculture", "Agriculture", null)]
    [InlineData("Apparel", "Consumer Goods", null)]
    [InlineData("Food & Beverage", "Consumer Goods", null)]
    [InlineData("Banking", "Financial Services", null)]
    [InlineData("Finance", "Financial Services", null)]
    [InlineData("Insurance", "Financial Services", null)]
    [InlineData("Biotechnology", "Life Sciences", null)]
    [InlineData("Chemicals", "Manufacturing", null)]
    [InlineData("Machinery", "Manufacturing", null)]
    [InlineData("Communications", "Telecommunications", null)]
    [InlineData("Construction", "Real Estate and Construction", null)]
    [InlineData("Consulting", "Professional Services", null)]
    [InlineData("Engineering", "Professional Services", null)]
    [InlineData("Education", "Education", null)]
    [InlineData("Electronics", "Computers and Electronics", null)]
    [InlineData("Energy", "Energy - Oil and Gas", null)]
    [InlineData("Entertainment", "Media and Entertainment", null)]
    [InlineData("Environmental", "Other", "Environmental")]
    [InlineData("Government", "Government", null)]
    [InlineData("Healthcare", "Healthcare", null)]
    [InlineData("Hospitality", "Hospitality", null)]
    [InlineData("Manufacturing", "Manufacturing", null)]
    [InlineData("Media", "Media and Entertainment", null)]
    [InlineData("Not For Profit", "Non-Profit Organization", null)]
    [InlineData("Other", "Other", "Other")]
    [InlineData("Recreation", "Other", "Recreation")]
    [InlineData("Retail", "Retail", null)]
    [InlineData("Shipping", "Transportation and Logistics", null)]
    [InlineData("Technology", "Software and Internet", null)]
    [InlineData("Telecommunications", "Telecommunications", null)]
    [InlineData("Transportation", "Transportation and Logistics", null)]
    [InlineData("Utilities", "Energy - Power and Utilities", null)]
    [InlineData("Media & Entertainment", "Media and Entertainment", null)]
    public void Every_industry_of_Salesforce_means_one_of_AWSs(string industry, string meaning, string? other)
    {
        Assert.Equal(meaning, Followed("Industry", industry).Canonical);
        Assert.Equal(other, Followed("Other Industry", industry).Canonical);
        Assert.False(Followed("Other Industry", industry).IsUnknown);
    }

    [Fact]
    public void A_seller_may_name_any_other_industry() => Assert.Equal("Beekeeping", Read("Other Industry", Place.CoSell, "Beekeeping").Canonical);

    [Theory]
    [InlineData("Use Case", "Edge Computing/End User Computing", "Edge Computing / End User Computing")]
    [InlineData("Use Case", "Migration/Database Migration", "Migration / Database Migration")]
    [InlineData("Sales Activities", "Finalized Deployment Needs", "Finalized Deployment Need")]
    [InlineData("APN Programs", "ISV Immersion Day SFID Program", "IS Immersion Day SFID Program")]
    [InlineData("Is Opp From Marketing Activity", "Marketing Activity", "Yes")]
    [InlineData("Is Opp From Marketing Activity", "None", "No")]
    [InlineData("Rejection Reason", "Clarify Revenue", "Clarify Revenue")]
    [InlineData("Status", "Rejected", "Rejected")]
    [InlineData("Status", "REJECTED", "Rejected")]
    [InlineData("AWS Stage", "A stage that AWS added yesterday", "A stage that AWS added yesterday")]
    public void What_AWS_writes_is_understood(string label, string word, string meaning) => Assert.Equal(meaning, Read(label, Place.PartnerCentral, word).Canonical);

    [Theory]
    [InlineData("Sale Stage", "Stage")]
    [InlineData("Industry", "Industry")]
    [InlineData("Opportunity Type", "OpportunityType")]
    [InlineData("Use Case", "CustomerUseCase")]
    [InlineData("Partner Primary Need From AWS", "PrimaryNeedFromAws")]
    [InlineData("Sales Activities", "SalesActivity")]
    [InlineData("Delivery Model", "DeliveryModel")]
    [InlineData("APN Programs", "ApnPrograms")]
    [InlineData("Procurement Type", "RevenueModel")]
    [InlineData("Closed Lost Reason", "ClosedLostReason")]
    [InlineData("Rejection Reason", "RejectionReason")]
    [InlineData("Involvement Type", "InvolvementType")]
    [InlineData("Visibility", "Visibility")]
    [InlineData("Marketing Channels", "Channel")]
    [InlineData("Currency", "CurrencyCode")]
    public void A_value_map_has_all_that_AWS_takes(string label, string list) =>
        Assert.Equal(AwsEnums.Of(list).Order(StringComparer.Ordinal), Map[label].Values!.Aws.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Amazon S3", "AmazonS3")]
    [InlineData("amazon eks", "AmazonElasticKubernetesServiceEKS")]
    [InlineData("AWS Key Management Service (KMS)", "AWSKeyManagementServiceKMS")]
    [InlineData("AmazonS3", "AmazonS3")]
    [InlineData("AWSDeepRacer", "AWSDeepRacer")]
    public void A_product_is_given_by_a_common_name_or_by_any_identifier(string word, string identifier) => Assert.Equal(identifier, Read("AWS Products", Place.CoSell, word).Canonical);

    [Fact]
    public void Sync_Status_offers_every_text_that_the_worker_writes() => Assert.Equal(
        typeof(SyncStatus).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal),
        Map["Sync Status"].Values!.Aws.Order(StringComparer.Ordinal));

    private static Reading Followed(string label, string word) => Read(label, Place.Followed, word);

    private static Reading Read(string label, Place place, string word) => Map[label].Codec.Decode(place, [JsonValue.Create(word)], CodecContext.None);
}
