using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class JournalTests
{
    [Theory]
    [InlineData(2, "Legal review", "Offer", "PartnerCentral", "CoSell")]
    [InlineData(0, "Legal review", "Offer", "PartnerCentral", "CoSell")]
    [InlineData(-2, "Offer", "Legal review", "Salesforce", "PartnerCentral")]
    public async Task A_conflict_is_journaled_with_both_values_its_winner_and_the_reference_that_the_seller_reads(int colleagueLaterBy, string stands, string lost, string winner, string losingPlace)
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        void Seller() => world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        void Colleague() => world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        if (colleagueLaterBy < 0) Colleague();
        else Seller();
        world.Clock.Advance(TimeSpan.FromSeconds(Math.Abs(colleagueLaterBy)));
        if (colleagueLaterBy < 0) Seller();
        else Colleague();
        await world.SyncAsync();

        var journal = await world.Store.JournalAsync(null, default);
        var decision = JsonNode.Parse(Assert.Single(journal, j => j is { Kind: "decision", Row: "Next Step" }).Detail)!;
        Assert.Equal(("Offer", "Legal review", winner), (decision["Salesforce"]!.ToString(), decision["PartnerCentral"]!.ToString(), decision["Winner"]!.ToString()));
        var entry = Assert.Single(journal, j => j is { Kind: "loser", Row: "Next Step" });
        var loser = JsonNode.Parse(entry.Detail)!;
        Assert.Equal((lost, stands, losingPlace), (loser["Value"]!.ToString(), loser["ReplacedBy"]!.ToString(), loser["Place"]!.ToString()));
        Assert.Contains($"restore with ref {entry.Ref}", world.Field(record, "Sync_Note__c"), StringComparison.Ordinal);
        Assert.Equal(stands, world.Field(record, "Next_Step__c"));
        Assert.Equal(stands, world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_write_to_AWS_is_journaled_with_what_was_and_what_was_sent()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        var writes = (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == "write").Select(j => JsonNode.Parse(j.Detail)!).ToArray();
        Assert.Equal(["CreateOpportunity", "Associate S-0051244", "Submit", "UpdateOpportunity"], writes.Select(w => w["Step"]!.ToString()).Where(s => s is not ("UpdateRecord" or "CreateRecord")));
        var update = writes.Single(w => w["Step"]!.ToString() == "UpdateOpportunity")["Rows"]!.AsArray();
        Assert.Equal(("Next Step", "Kick-off", "Offer"), (update[0]!["Row"]!.ToString(), update[0]!["Was"]!.ToString(), update[0]!["Value"]!.ToString()));
    }
}
