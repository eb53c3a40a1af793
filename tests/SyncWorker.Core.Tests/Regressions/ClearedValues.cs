using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Core.Tests.Reconciliation.Worlds;

namespace SyncWorker.Core.Tests.Regressions;

/// <summary>What AWS takes only beside another value, when that one goes.</summary>
public sealed class ClearedValues
{
    private const string Others = "Other Competitors";

    [Theory]
    [InlineData("*Other", "Initech", "Umbrella", null)]
    [InlineData("Acme", "Initech", "Umbrella", "Initech")]
    [InlineData("Acme", "Initech", "Initech", null)]
    [InlineData("Acme", null, "Umbrella", null)]
    public void A_value_that_Salesforce_does_not_say_is_in_the_journal(string competitor, string? atAws, string inSalesforce, string? lost) =>
        Assert.Equal(lost, Lost([new When(Maps.Competitor, ["*Other"])], competitor, atAws, inSalesforce));

    [Fact]
    public void A_row_without_a_condition_takes_the_blank_for_an_edit_so_that_its_value_is_lost_in_Salesforce_too() =>
        Assert.Equal("Initech", Lost([], "Acme", "Initech", "Initech"));

    private static string? Lost(ImmutableArray<When> when, string competitor, string? atAws, string inSalesforce)
    {
        var others = Maps.Both(Others, "Others__c", "opportunity.Project.OtherCompetitorNames") with { When = when };
        var draft = new PlanDraft(new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Competitor).Rows, others]), new Link { Id = "L1" }, Baseline.Never, Policy.Default);
        var update = new Step
        {
            Kind = StepKind.UpdateOpportunity,
            Changes = [new Change(Maps.Competitor, Side.PartnerCentral, competitor, "*Other", [new("opportunity.Project.CompetitorName", JsonValue.Create(competitor).ToJsonString())], new SentPart(default, default, default, competitor))],
        };
        ClearedMembers.Lose(draft, update, Saying(Side.Salesforce, inSalesforce), Saying(Side.PartnerCentral, atAws));
        return draft.Journal.SingleOrDefault()?.Value;
    }

    private static Snapshot Saying(Side side, string? others) => new()
    {
        Side = side,
        RecordId = "1",
        ReadAt = default,
        LastModified = default,
        Version = "1",
        Readings = ImmutableDictionary<string, Reading>.Empty.Add(Others, others is null ? Reading.Empty : Reading.Value($"\"{others}\"", others)),
        Documents = ImmutableDictionary<string, JsonObject>.Empty.Add("Opportunity", []),
    };
}
