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

    [Fact]
    public void A_row_whose_condition_holds_all_the_same_takes_the_blank_for_an_edit_too() =>
        Assert.Equal("Initech", Lost([new When(Maps.Status, ["Qualified"])], "Acme", "Initech", "Initech", wanted: "Qualified"));

    [Theory]
    [InlineData("Solutions", "Ours", "Theirs", "Theirs")]
    [InlineData("Solutions", "Ours", "Ours", null)]
    [InlineData("AwsProducts", "Ours", "Theirs", null)]
    public void Words_about_another_solution_that_Salesforce_does_not_say_are_in_the_journal_when_a_solution_takes_their_place(string associated, string inSalesforce, string atAws, string? lost)
    {
        var words = Maps.Both(Others, "Others__c", "opportunity.Project.OtherSolutionDescription") with { When = [new When("Solution Offered", ["(empty)"])] };
        var draft = new PlanDraft(new FieldMap("Co_Sell__c", [words]), new Link { Id = "L1" }, Baseline.Never, Policy.Default) { Wanted = _ => "S-0051244" };
        ClearedMembers.Lose(draft, new Step { Kind = StepKind.Associate, EntityType = associated, Entity = "1" }, Saying(Side.Salesforce, inSalesforce), Saying(Side.PartnerCentral, atAws));
        Assert.Equal(lost, draft.Journal.SingleOrDefault()?.Value);
    }

    private static string? Lost(ImmutableArray<When> when, string competitor, string? atAws, string inSalesforce, string? wanted = null)
    {
        var others = Maps.Both(Others, "Others__c", "opportunity.Project.OtherCompetitorNames") with { When = when };
        var draft = new PlanDraft(new FieldMap("Co_Sell__c", [.. Maps.Of(Maps.Competitor).Rows, others]), new Link { Id = "L1" }, Baseline.Never, Policy.Default) { Wanted = _ => wanted };
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
