using System.Text.Json.Nodes;
using SyncWorker.Commands;
using SyncWorker.Polling;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

public sealed class ExplainTests
{
    // The columns: row, Salesforce, follows, Partner Central, accounted for, why, last sent.
    private const int Why = 5;

    [Fact]
    public async Task A_row_that_agrees_says_so_and_when_it_was_sent()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        var written = (await world.Store.JournalAsync(null, default)).Last(j => j.Kind == "write" && j.Detail.Contains("UpdateOpportunity", StringComparison.Ordinal));

        var typed = await Typed.ExplainAsync(world, world.OpportunityId(record));
        Assert.Equal(0, typed.Exit);
        Assert.Equal(["Next Step", "Offer", "–", "Offer", "as it stands", "agrees: the same on both sides"], typed.Cells("Next Step")[..6]);
        Assert.Equal($"written to AWS {written.At:yyyy-MM-dd HH:mm:ss}Z (entry {written.Number}): only one side moved: it goes across, whatever the dates", typed.Cells("Next Step")[6]);
        Assert.Equal(["Sale Stage", "Qualified", "Qualified", "Qualified"], typed.Cells("Sale Stage")[..4]);
        Assert.Equal("not synchronised: AWS has no such member any more; it stays in Salesforce", typed.Cells("Partner Primary Need From AWS Other")[Why]);
    }

    [Fact]
    public async Task What_moved_shows_where_it_goes_by_which_rule_and_from_what()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        Assert.Equal(["Next Step", "Kick-off", "–", "Legal review", "Partner Central Kick-off", "goes to Salesforce: only one side moved: it goes across, whatever the dates"], (await Typed.ExplainAsync(world, record)).Cells("Next Step")[..6]);

        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        Assert.Equal("goes to Partner Central: both moved, differently: the later Last Modified Date wins", (await Typed.ExplainAsync(world, record)).Cells("Next Step")[Why]);
    }

    [Fact]
    public async Task What_waits_for_AWSs_review_says_since_when()
    {
        await using var world = new World();
        var record = await world.SubmittedAsync(Deals.Northwind);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "In review");
        world.SellerEdits(record, new JsonObject { ["Expected_Monthly_AWS_Revenue__c"] = 20000 });
        await world.SyncAsync();
        var hold = (await world.Store.JournalAsync(null, default)).Single(j => j is { Kind: "hold", Row: "Expected Monthly AWS Revenue" });
        await world.SyncAsync();
        Assert.Equal($"held: under review until AWS answers (since {hold.At:yyyy-MM-dd HH:mm:ss}Z)", (await Typed.ExplainAsync(world, record)).Cells("Expected Monthly AWS Revenue")[Why]);
    }

    [Fact]
    public async Task A_row_that_AWS_has_locked_says_so()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Partner_Project_Title__c"] = "Another title" });
        await world.SyncAsync();
        var cells = (await Typed.ExplainAsync(world, record)).Cells("Partner Project Title");
        Assert.Equal("Another title", cells[1]);
        Assert.StartsWith("differs: locked by AWS", cells[Why], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_what_its_values_wait_for()
    {
        await using var world = new World();
        var record = await world.CompletedAsync(Deals.Northwind);
        var typed = await Typed.ExplainAsync(world, record);
        Assert.Equal("waits: goes into the opportunity when Submit To AWS is ticked and every requirement is met", typed.Cells("Use Case")[Why]);
        Assert.Contains("not at AWS yet", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lost_stands_below_with_the_entry_that_restores_it()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        var lost = Assert.Single(await world.LosersAsync("Next Step"));
        Assert.Equal([lost.Ref!, $"{lost.At:yyyy-MM-dd HH:mm:ss}Z", "Next Step", "Offer", "CoSell", "Legal review", "LaterDateWon"], (await Typed.ExplainAsync(world, record)).Cells($"{lost.Number}")[1..8]);
    }

    [Fact]
    public async Task Of_many_values_that_lost_the_last_stand_there_and_how_many_are_older()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var clazarId = world.Field(record, "Clazar_Id__c")!;
        JournalRecord Lost(int n) => new(world.Clock.GetUtcNow(), clazarId, JournalKind.Loser, "Next Step", $$"""{"Place":"CoSell","Value":"Offer {{n}}","Cause":"LaterDateWon","ReplacedBy":"Legal review"}""", null);
        Assert.Single(await world.Store.JournalAsync(clazarId, default), j => j.Kind == JournalKind.Loser);
        await world.Store.AppendAsync([.. Enumerable.Range(1, 19).Select(Lost)], default);
        Assert.DoesNotContain("--all", (await Typed.ExplainAsync(world, record)).Output, StringComparison.Ordinal);

        await world.Store.AppendAsync([.. Enumerable.Range(20, 3).Select(Lost)], default);
        var typed = await Typed.ExplainAsync(world, record);
        Assert.Contains(" Offer 3 ", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" Offer 2 ", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"3 older values that lost are not shown. All of them: syncworker explain {clazarId} --all", typed.Output, StringComparison.Ordinal);

        var all = await Typed.ExplainAsync(world, record, all: true);
        Assert.All(Enumerable.Range(1, 22), n => Assert.Contains($" Offer {n} ", all.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("not shown", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deal_is_known_by_each_of_its_ids_and_no_other()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        foreach (var id in (string[])[world.Field(record, "Clazar_Id__c")!, world.OpportunityId(record), record, record[..15], opportunity, opportunity[..15]])
            Assert.Contains($"co-sell record {record} · {world.OpportunityId(record)}", (await Typed.ExplainAsync(world, id)).Output, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<VerbFailedException>(() => Typed.ExplainAsync(world, "O99999999"));
        Assert.StartsWith("No co-sell opportunity is known by O99999999.", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Guard.RunAsync(() => throw unknown));
    }

    [Fact]
    public async Task Explaining_writes_nothing_and_remembers_nothing()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.PassAsync(() => world.Part<PartnerCentralPoll>().RunAsync(default));
        var (before, remembered) = (world.Everything(), await world.RememberedAsync());
        await Typed.ExplainAsync(world, record);
        Assert.Equal((before, remembered), (world.Everything(), await world.RememberedAsync()));
    }
}
