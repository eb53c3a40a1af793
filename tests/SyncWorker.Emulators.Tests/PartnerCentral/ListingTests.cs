using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

public sealed class ListingTests : IDisposable
{
    private readonly SellingClient _client = new();

    [Fact]
    public void The_newest_come_first_unless_asked_otherwise()
    {
        var (a, b, c) = Three();

        Assert.Equal([c, b, a], Ids(_client.Call("ListOpportunities", [])));
        Assert.Equal([a, b, c], Ids(_client.Call("ListOpportunities", Ascending())));
    }

    [Fact]
    public void AfterLastModifiedDate_includes_its_own_instant()
    {
        var (_, b, c) = Three();

        var answer = _client.Call("ListOpportunities", Ascending(r => r["LastModifiedDate"] = new JsonObject { ["AfterLastModifiedDate"] = _client.Get(b)["LastModifiedDate"] }));

        Assert.Equal([b, c], Ids(answer));
    }

    [Fact]
    public void Pages_follow_each_other_and_the_last_one_has_no_token()
    {
        var (a, b, c) = Three();

        var first = _client.Call("ListOpportunities", Ascending(r => r["MaxResults"] = 2));
        var second = _client.Call("ListOpportunities", Ascending(r => { r["MaxResults"] = 2; r["NextToken"] = first["NextToken"]; }));

        Assert.Equal([a, b], Ids(first));
        Assert.Equal([c], Ids(second));
        Assert.True(second.Body!.ContainsKey("NextToken"));
        Assert.Null(second["NextToken"]);
    }

    [Fact]
    public void A_change_between_two_pages_hides_nothing()
    {
        var (a, b, c) = Three();
        var first = _client.Call("ListOpportunities", Ascending(r => r["MaxResults"] = 1));
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        _client.Update(a, o => o["LifeCycle"]!["NextSteps"] = "Moved to the end");

        var rest = _client.Call("ListOpportunities", Ascending(r => r["NextToken"] = first["NextToken"]));

        Assert.Equal([b, c, a], Ids(rest));
    }

    [Fact]
    public void A_token_of_another_question_is_refused()
    {
        Three();
        var first = _client.Call("ListOpportunities", Ascending(r => r["MaxResults"] = 1));

        Assert.Equal("ValidationException", _client.Call("ListOpportunities", new JsonObject { ["NextToken"] = first["NextToken"] }).Error);
    }

    [Fact]
    public void Twenty_are_listed_when_no_size_is_asked_for()
    {
        for (var i = 0; i < 21; i++) _client.Create();

        var answer = _client.Call("ListOpportunities", []);

        Assert.Equal(20, Ids(answer).Count);
        Assert.NotNull(answer["NextToken"]);
    }

    [Theory]
    [InlineData("""{"LifeCycleStage":["Prospect"]}""", "b")]
    [InlineData("""{"CustomerCompanyName":["Wide World Importers"]}""", "c")]
    [InlineData("""{"LifeCycleReviewStatus":["Approved"]}""", "")]
    [InlineData("""{"TargetCloseDate":{"AfterTargetCloseDate":"2027-06-01"}}""", "c")]
    [InlineData("""{"CreatedDate":{"BeforeCreatedDate":"2026-11-23T09:31:00Z"}}""", "a")]
    public void Filters_narrow_the_list(string filter, string expected)
    {
        var (a, b, c) = Three();

        var found = Ids(_client.Call("ListOpportunities", JsonNode.Parse(filter)!.AsObject()));

        Assert.Equal(expected, string.Concat(found.Select(id => id == a ? "a" : id == b ? "b" : id == c ? "c" : "?")));
    }

    [Fact]
    public void A_summary_leaves_out_most_of_the_document_and_spells_amounts_its_own_way()
    {
        Three();

        var summary = _client.Call("ListOpportunities", Ascending()).Node("OpportunitySummaries.0")!;

        Assert.Equal("12500.0", summary["Project"]!["ExpectedCustomerSpend"]![0]!["Amount"]!.GetValue<string>());
        Assert.False(summary["Project"]!.AsObject().ContainsKey("Title"));
        Assert.False(summary["LifeCycle"]!.AsObject().ContainsKey("NextStepsHistory"));
        Assert.False(summary["Customer"]!["Account"]!["Address"]!.AsObject().ContainsKey("StreetAddress"));
    }

    private (string A, string B, string C) Three()
    {
        var a = _client.Create();
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        var b = _client.Create(Some.Opportunity(o => o["LifeCycle"]!["Stage"] = "Prospect"));
        _client.Clock.Advance(TimeSpan.FromMinutes(1));
        var c = _client.Create(Some.Opportunity(o => { o["Customer"]!["Account"]!["CompanyName"] = "Wide World Importers"; o["LifeCycle"]!["TargetCloseDate"] = "2027-07-01"; }));
        return (a, b, c);
    }

    private static JsonObject Ascending(Action<JsonObject>? change = null)
    {
        var request = new JsonObject { ["Sort"] = new JsonObject { ["SortBy"] = "LastModifiedDate", ["SortOrder"] = "ASCENDING" } };
        change?.Invoke(request);
        return request;
    }

    private static List<string> Ids(Answer answer) => [.. answer.Node("OpportunitySummaries")!.AsArray().Select(s => s!["Id"]!.GetValue<string>())];

    public void Dispose() => _client.Dispose();
}
