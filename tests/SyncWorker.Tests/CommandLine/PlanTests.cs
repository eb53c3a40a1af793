using System.Text.Json.Nodes;
using SyncWorker.Polling;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

public sealed class PlanTests
{
    [Fact]
    public async Task Everything_due_is_planned_and_nothing_is_written()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await PollAsync(world);
        var (before, remembered) = (world.Everything(), await world.RememberedAsync());

        var typed = await Typed.PlanAsync(world);
        Assert.Equal(0, typed.Exit);
        Assert.Equal(["PartnerCentral", "UpdateOpportunity", "opportunity.LifeCycle.NextSteps", "\"Kick-off\"", "\"Offer\"", "Next Step: only one side moved: it goes across, whatever the dates"], typed.Cells("PartnerCentral"));
        Assert.Contains("1 co-sell opportunities due, 1 writes planned. Nothing was written.", typed.Output, StringComparison.Ordinal);
        Assert.Equal((before, remembered), (world.Everything(), await world.RememberedAsync()));
    }

    [Fact]
    public async Task What_is_not_due_is_planned_when_it_is_named()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        Assert.Contains("0 co-sell opportunities due, 0 writes planned.", (await Typed.PlanAsync(world)).Output, StringComparison.Ordinal);
        Assert.Equal(["Salesforce", "UpdateRecord", "Next_Step__c", "\"Kick-off\"", "\"Legal review\"", "Next Step: only one side moved: it goes across, whatever the dates"],
            Lines(await Typed.PlanAsync(world, world.OpportunityId(record))).Single(c => c[2] == "Next_Step__c"));
    }

    [Fact]
    public async Task The_create_is_planned_member_by_member_as_it_is_sent()
    {
        var aws = new Wire();
        JsonNode? sent = null;
        aws.Before = call =>
        {
            if (call.Operation == "CreateOpportunity") sent = JsonNode.Parse(call.Body);
            return null;
        };
        await using var world = new World(aroundPartnerCentral: aws.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Submit_To_AWS__c"] = true });
        await PollAsync(world);
        var planned = Lines(await Typed.PlanAsync(world)).Where(c => c[1] == "CreateOpportunity").ToDictionary(c => c[2], c => c[4]);
        Assert.Null(sent);
        Assert.Equal("\"Northwind data lake migration\"", planned["Project.Title"]);
        Assert.Equal("[\"SaaS or PaaS\"]", planned["Project.DeliveryModels"]);

        await world.SyncAsync();
        ((JsonObject)sent!).Remove("Catalog");
        Assert.Equal(Leaves((JsonObject)sent).Order(StringComparer.Ordinal), planned.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(sent["ClientToken"]!.ToJsonString(), planned["ClientToken"]);
    }

    [Fact]
    public async Task The_update_of_the_record_is_planned_with_the_bookkeeping_that_goes_with_it()
    {
        var salesforce = new Wire();
        JsonNode? patch = null;
        salesforce.Before = call =>
        {
            if (call is { IsWrite: true, Operation: "POST composite" }) patch = JsonNode.Parse(call.Body)!["compositeRequest"]![0]!["body"]!.DeepClone();
            return null;
        };
        await using var world = new World(aroundSalesforce: salesforce.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await PollAsync(world);
        var planned = Lines(await Typed.PlanAsync(world)).ToDictionary(c => c[2], c => c[4]);
        await world.SyncAsync();
        var sent = (JsonObject)patch!;
        Assert.Equal(sent.Select(f => f.Key).Order(StringComparer.Ordinal), planned.Keys.Order(StringComparer.Ordinal));
        foreach (var field in (string[])["Next_Step__c", "Sync_Nonce__c"]) Assert.Equal(sent[field]!.ToJsonString(), planned[field]);
    }

    private static async Task PollAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<SalesforcePoll>().RunAsync(default));
        await world.PassAsync(() => world.Part<PartnerCentralPoll>().RunAsync(default));
    }

    private static IEnumerable<string[]> Lines(Typed typed) =>
        typed.Output.Split('\n').Select(l => l.Split('│', StringSplitOptions.TrimEntries)).Where(c => c.Length == 6 && c[0] is "Salesforce" or "PartnerCentral");

    private static IEnumerable<string> Leaves(JsonObject node) => node.SelectMany(m => m.Value is JsonObject inner ? Leaves(inner).Select(l => $"{m.Key}.{l}") : [m.Key]);
}
