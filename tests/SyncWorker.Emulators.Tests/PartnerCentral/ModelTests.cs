using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Model;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class ModelTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void A_refused_pattern_is_quoted_as_AWS_wrote_it() => Assert.Equal(
        @"Value at 'customer.contacts.1.member.phone' failed to satisfy constraint: Member must satisfy regular expression pattern: \+[1-9]\d{1,14}",
        Create(o => o["Customer"]!["Contacts"]![0]!["Phone"] = "(212) 555-0101").Problems[0].Message);

    [Theory]
    [InlineData(@"\d{2}", "12", true)]
    [InlineData(@"\d{2}", "٣٤", false)]
    [InlineData(@"[\w+=/,.@-]+", "a_b/c", true)]
    [InlineData(@"\w+", "é", false)]
    [InlineData(@"(?s).{0,3}", "😀😀😀", true)]
    [InlineData(@"(?s).{0,2}", "😀😀😀", false)]
    [InlineData(@"[\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]{1,80}", "😀", false)]
    public void Patterns_mean_what_they_mean_in_Java(string pattern, string text, bool matches) => Assert.Equal(matches, new JavaPattern(pattern).Matches(text));

    [Fact]
    public void A_character_outside_the_basic_plane_counts_once()
    {
        var title = string.Concat(Enumerable.Repeat("🚀", 255));

        Assert.Null(Create(o => o["Project"]!["Title"] = title).Error);
    }

    [Fact]
    public void Every_operation_of_the_table_is_carried_out_and_no_other() =>
        Assert.All(SellingModel.Current.Operations, operation => Assert.NotEqual("UnknownOperationException", _client.Call(operation, []).Error));

    /// <summary>The members of GetOpportunity, as the service model lists them; nulls are written out.</summary>
    [Fact]
    public void A_read_carries_every_member_of_its_shape()
    {
        var read = _client.Get(_client.Create()).Body!;

        Assert.Equal(
            [
                "Arn", "Catalog", "CreatedDate", "Customer", "Id", "LastModifiedDate", "LifeCycle", "Marketing", "NationalSecurity", "OpportunityTeam", "OpportunityType",
                "PartnerOpportunityIdentifier", "PrimaryNeedsFromAws", "Project", "RelatedEntityIdentifiers", "SoftwareRevenue",
            ],
            read.Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "AdditionalComments", "ApnPrograms", "AwsPartition", "CompetitorName", "CustomerBusinessProblem", "CustomerUseCase", "DeliveryModels", "ExpectedContractDuration",
                "ExpectedCustomerSpend", "OtherCompetitorNames", "OtherSolutionDescription", "RelatedOpportunityIdentifier", "SalesActivities", "Title",
            ],
            read["Project"]!.AsObject().Select(m => m.Key).Order(StringComparer.Ordinal));
        Assert.True(read.ContainsKey("SoftwareRevenue"));
        Assert.Null(read["SoftwareRevenue"]);
    }

    private Answer Create(Action<JsonObject> change) => _client.Call("CreateOpportunity", Some.Opportunity(o =>
    {
        o["ClientToken"] = "t";
        change(o);
    }));

    public void Dispose() => _client.Dispose();
}
