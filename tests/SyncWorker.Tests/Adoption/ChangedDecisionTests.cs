using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Hosting;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

/// <summary>What people decide anew in a file that was applied before.</summary>
public sealed class ChangedDecisionTests : IAsyncDisposable
{
    private readonly DayOne _day = new();
    private readonly string _opportunity;
    private readonly string _number;

    public ChangedDecisionTests()
    {
        _opportunity = _day.Opportunity("Claims intake", "Negotiation/Review", "2027-09-30");
        _number = _day.AtAws("Claims intake", _opportunity);
    }

    public ValueTask DisposeAsync() => _day.DisposeAsync();

    [Fact]
    public async Task A_row_that_is_to_be_sent_after_its_opportunity_was_adopted_is_sent_alone_once_live()
    {
        var file = await _day.ListAsync();
        await _day.ApplyAsync(file);
        var changed = DayOne.Decided(file, _number, "Target Close Date", "send");
        Assert.Equal("0 adopted, 1 adopted before (1 of them decided anew), 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(changed)).ToString());
        Assert.Equal("0 adopted, 1 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(changed)).ToString());
        Assert.Empty(await _day.GoLiveAsync());
        await _day.RunAsync();

        Assert.Equal(["UpdateOpportunity"], _day.World.AwsWrites());
        Assert.Equal(("2027-09-30", "Prospect"), (AtAws("TargetCloseDate"), AtAws("Stage")));
        Assert.Equal("Prospect", _day.RecordOf(_number)["Sale_Stage__c"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_is_remembered_of_a_row_that_is_to_be_sent_is_the_same_whenever_it_was_decided()
    {
        var file = await _day.ListAsync();
        var changed = DayOne.Decided(file, _number, "Target Close Date", "send");
        await _day.ApplyAsync(file);
        await _day.ApplyAsync(changed);
        await using var other = new DayOne();
        other.AtAws("Claims intake", other.Opportunity("Claims intake", "Negotiation/Review", "2027-09-30"));
        await other.ApplyAsync(DayOne.Decided(await other.ListAsync(), _number, "Target Close Date", "send"));
        Assert.Equal(await RowsAsync(other), await RowsAsync(_day));
        await _day.ApplyAsync(file);
        await other.ApplyAsync(file);
        Assert.Equal(await RowsAsync(other), await RowsAsync(_day));
    }

    [Fact]
    public async Task A_row_that_is_not_to_be_sent_after_all_is_not_sent()
    {
        var file = await _day.ListAsync();
        await _day.ApplyAsync(DayOne.Decided(DayOne.Decided(file, _number, "Target Close Date", "send"), _number, "Sale Stage", "send"));
        Assert.Contains("1 adopted before (1 of them decided anew)", (await _day.ApplyAsync(DayOne.Decided(file, _number, "Sale Stage", "send"))).ToString(), StringComparison.Ordinal);
        await _day.GoLiveAsync();
        await _day.RunAsync();
        Assert.Equal(["UpdateOpportunity"], _day.World.AwsWrites());
        Assert.Equal(("2027-06-30", "Business Validation"), (AtAws("TargetCloseDate"), AtAws("Stage")));
    }

    [Fact]
    public async Task An_adopted_opportunity_that_is_to_be_ignored_is_a_problem_of_its_line_and_nothing_is_done()
    {
        var other = _day.AtAws("Portal");
        var file = await _day.ListAsync();
        await _day.ApplyAsync(file);
        var record = Id(_day.RecordOf(_number));
        await ProblemAsync(DayOne.Decided(DayOne.Decided(file, other, "", "adopt"), _number, "", "ignore"),
            $"adopt.csv:2, Decision: {_number} is adopted already, as the co-sell record {record}, with {_opportunity}, which ignore does not undo. Write adopt, or take the line out.");
        Assert.Equal(1, _day.Records);
    }

    [Fact]
    public async Task Another_Salesforce_Id_for_an_adopted_opportunity_is_a_problem_of_its_line()
    {
        var file = await _day.ListAsync();
        await _day.ApplyAsync(file);
        var (record, other) = (Id(_day.RecordOf(_number)), _day.Opportunity("Portal"));
        var problem = $"adopt.csv:2, Salesforce Id: {_number} is adopted already, as the co-sell record {record}, with {_opportunity}. Write {_opportunity} here, and where another Opportunity is meant, change the lookup on the co-sell record.";
        await ProblemAsync(file.Replace($"{_number},{_opportunity},", $"{_number},{other},", StringComparison.Ordinal), problem);
        await ProblemAsync(file.Replace($"{_number},{_opportunity},", $"{_number},,", StringComparison.Ordinal), problem);
        Assert.Equal(1, (await _day.ApplyAsync(file.Replace($"{_number},{_opportunity},", $"{_number},{_opportunity[..15]},", StringComparison.Ordinal))).Before);
    }

    [Fact]
    public async Task What_is_decided_anew_once_live_is_a_problem_of_its_line_and_an_unchanged_file_is_none()
    {
        var file = DayOne.Decided(await _day.ListAsync(), _number, "Target Close Date", "send");
        await _day.ApplyAsync(file);
        await _day.GoLiveAsync();
        await _day.RunAsync();
        await ProblemAsync(DayOne.Decided(file, _number, "Sale Stage", "send"),
            $"adopt.csv:3, Decision: {_number} is adopted already, and the connection is live. Change Sale Stage in the co-sell record, from where it goes to AWS, and leave this empty.");
        await ProblemAsync(DayOne.Decided(file, _number, "Target Close Date", "keep"),
            "adopt.csv:4, Decision: Target Close Date was decided as send, and the connection is live: it went to AWS, or is about to. Write send, and change the value in the co-sell record where it is wrong.");

        // Whatever people did since, the file as it was applied says nothing new.
        _day.World.Emulated.PartnerCentral.Edit(_number, new Dictionary<string, JsonNode?> { ["LifeCycle.TargetCloseDate"] = "2027-12-31" });
        _day.World.Emulated.Salesforce.Edit(_day.World.Map.RecordType, Id(_day.RecordOf(_number)), new JsonObject { ["Opportunity__c"] = null }, Deals.Seller);
        await _day.RunAsync();
        Assert.Equal("0 adopted, 1 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(file)).ToString());
        await _day.RunAsync();
        Assert.Equal(("2027-12-31", "2027-12-31"), (AtAws("TargetCloseDate"), _day.RecordOf(_number)["Target_Close_Date__c"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_file_with_a_number_that_a_record_had_already_is_applied_again_without_harm()
    {
        var number = _day.AtAws("Portal");
        var record = _day.World.Emulated.Salesforce.Create(_day.World.Map.RecordType, new JsonObject { ["APN_CRM_Unique_Identifier__c"] = number }, Deals.Seller);
        await _day.RunAsync(2);
        var file = await _day.ListAsync();
        Assert.Contains($"{number},{record},", file, StringComparison.Ordinal);
        Assert.Equal(2, (await _day.ApplyAsync(file)).Adopted);
        Assert.Equal("0 adopted, 2 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(file)).ToString());
    }

    private async Task ProblemAsync(string file, string problem) => Assert.Equal([problem], (await Assert.ThrowsAsync<ConfigurationProblemException>(() => _day.ApplyAsync(file))).Problems);

    private string AtAws(string member) => _day.Document(_number)["LifeCycle"]![member]!.GetValue<string>();

    private static async Task<string> RowsAsync(DayOne day) => JsonSerializer.Serialize((await day.Store.LinksAsync(default)).Single().Baseline.Rows.OrderBy(r => r.Key, StringComparer.Ordinal));

    private static string Id(JsonObject record) => record["Id"]!.GetValue<string>();
}
