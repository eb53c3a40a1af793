using System.Text.Json.Nodes;
using SyncWorker.Commands;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

public sealed class RestoreTests
{
    [Theory]
    [InlineData(2, "Offer")]
    [InlineData(-2, "Legal review")]
    public async Task A_value_that_lost_is_put_back_and_flows_as_an_edit(int colleagueLaterBy, string lost)
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, colleagueLaterBy);
        var entry = Assert.Single(await world.LosersAsync("Next Step"));
        var stood = world.Field(record, "Next_Step__c");

        world.Clock.Advance(TimeSpan.FromSeconds(15));
        var typed = await Typed.RestoreAsync(world, $"{entry.Number}");
        Assert.Equal((0, lost), (typed.Exit, world.Field(record, "Next_Step__c")));
        Assert.StartsWith($"Next Step is '{lost}' again in Salesforce (was '{stood}'). It goes to AWS with the next settle.", typed.Output, StringComparison.Ordinal);

        await world.SyncAsync();
        Assert.Equal(lost, world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        var restored = Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == JournalKind.Restore);
        Assert.Equal((entry.Number, lost), (JsonNode.Parse(restored.Detail)!["Entry"]!.GetValue<long>(), JsonNode.Parse(restored.Detail)!["Value"]!.GetValue<string>()));
        Assert.Equal("OneSideMoved", (await world.SendingAsync()).Last(s => s["Step"]!.ToString() == "UpdateOpportunity")["Rows"]![0]!["Rule"]!.ToString());
    }

    [Fact]
    public async Task What_a_restored_value_replaced_can_be_restored_in_turn()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        await RestoreAsync(world, Assert.Single(await world.LosersAsync("Next Step")));
        await RestoreAsync(world, (await world.LosersAsync("Next Step")).Last());
        Assert.Equal(("Legal review", "Legal review"), (world.Field(record, "Next_Step__c"), world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_ref_that_the_seller_reads_names_the_entry()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        var reference = world.Field(record, "Sync_Note__c")!.Split("restore with ref ")[1][..6];
        Assert.Equal(0, (await Typed.RestoreAsync(world, reference)).Exit);
        Assert.Equal("Offer", world.Field(record, "Next_Step__c"));
    }

    [Fact]
    public async Task An_entry_that_is_no_losing_value_is_not_restored()
    {
        await using var world = new World();
        await world.ApprovedAsync(Deals.Northwind);
        var write = (await world.Store.JournalAsync(null, default)).First(j => j.Kind == JournalKind.Write);
        await RefusedAsync(world, $"{write.Number}", $"Entry {write.Number} is no losing value, but a line of kind 'write': there is nothing to restore.");
        await RefusedAsync(world, "99999999", "The journal has no entry 99999999.");
    }

    [Fact]
    public async Task A_number_that_is_also_a_reference_is_asked_back()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        var entry = Assert.Single(await world.LosersAsync("Next Step"));
        await world.Store.AppendAsync([entry with { Ref = $"{entry.Number}" }], default);
        await RefusedAsync(world, $"{entry.Number}", $"{entry.Number} may mean several entries. Say number:{entry.Number} (Next Step of {entry.LinkId}) or number:");
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(0, (await Typed.RestoreAsync(world, $"number:{entry.Number}")).Exit);
    }

    [Fact]
    public async Task A_row_that_AWS_owns_is_not_restored_in_Salesforce()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Review_Comments__c"] = "Mine" });
        await world.SyncAsync();
        await RefusedAsync(world, $"{Assert.Single(await world.LosersAsync("Review Comments")).Number}", "AWS owns Review Comments: what is written in Salesforce would be replaced by what AWS holds.");
    }

    [Fact]
    public async Task A_row_that_AWS_has_locked_is_not_restored()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        world.Emulated.PartnerCentral.Edit(world.OpportunityId(record), new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost", ["LifeCycle.ClosedLostReason"] = "Price" });
        await world.SyncAsync();
        await RefusedAsync(world, $"{(await world.LosersAsync("Next Step"))[0].Number}", "AWS has locked Next Step: it takes no change of it any more, so the two sides would only differ.");
    }

    [Fact]
    public async Task What_stood_at_AWS_alone_is_to_be_set_again_there()
    {
        await using var world = new World();
        var record = await world.MarketedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "Marketing.UseCases", new JsonArray("Analytics"));
        world.SellerEdits(record, new JsonObject { ["Is_Marketing_Development_Funded__c"] = "No" });
        await world.SyncAsync();
        await RefusedAsync(world, $"{Assert.Single(await world.LosersAsync("Marketing.UseCases")).Number}", "Marketing.UseCases stood at AWS alone: no row of the field map kept it in Salesforce. Set it again in Partner Central.");
    }

    [Fact]
    public async Task A_row_that_the_field_map_has_no_more_is_not_restored()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        await world.Store.AppendAsync([Assert.Single(await world.LosersAsync("Next Step")) with { Row = "Next Steps", Ref = null }], default);
        await RefusedAsync(world, $"{Assert.Single(await world.LosersAsync("Next Steps")).Number}", "The field map has no row Next Steps any more.");
    }

    [Fact]
    public async Task Nothing_is_restored_of_a_deal_that_is_linked_for_reading_alone()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        var state = (await world.Store.FindByRecordAsync(record, default))!;
        await world.Store.RememberAsync(state.Link with { IsReadOnly = true }, state.Baseline, [], default);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await RefusedAsync(world, $"{Assert.Single(await world.LosersAsync("Next Step")).Number}", $"{world.OpportunityId(record)} is linked for reading alone, because it was over at AWS when it was linked: nothing is sent there, so the two sides would only differ.");
    }

    [Fact]
    public async Task A_value_that_both_sides_hold_needs_no_restoring()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        await RefusedAsync(world, $"{(await world.LosersAsync("Next Step"))[0].Number}", "Both sides hold that value of Next Step already.");
    }

    [Fact]
    public async Task A_record_that_somebody_is_editing_is_left_alone()
    {
        var salesforce = new Wire();
        await using var world = new World(aroundSalesforce: salesforce.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        var entry = Assert.Single(await world.LosersAsync("Next Step"));
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Contract" });
        await RefusedAsync(world, $"{entry.Number}", "Somebody changed the co-sell record a moment ago.");

        await world.SyncAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        salesforce.Before = call =>
        {
            if (call.IsWrite) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Signature" });
            return null;
        };
        await RefusedAsync(world, $"{entry.Number}", "Somebody changed the co-sell record meanwhile, so nothing was written.");
        Assert.Equal("Signature", world.Field(record, "Next_Step__c"));
    }

    [Fact]
    public async Task A_deleted_record_takes_nothing_back()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        await RefusedAsync(world, $"{(await world.LosersAsync("Next Step"))[0].Number}", "There is no co-sell record to write it into");
    }

    [Fact]
    public async Task Nothing_is_restored_of_a_deal_beyond_those_to_which_the_connection_is_limited()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await ConflictAsync(world, record, 2);
        await world.Store.ChangeConnectionAsync(c => c with { Only = ["O77"] }, default);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await RefusedAsync(world, $"{(await world.LosersAsync("Next Step"))[0].Number}", "Nothing is restored, because the connection is limited to O77.");
    }

    private static async Task ConflictAsync(World world, string record, int colleagueLaterBy)
    {
        if (colleagueLaterBy < 0) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        else world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        if (colleagueLaterBy < 0) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        else world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
    }

    private static async Task RestoreAsync(World world, JournalRecord entry)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await Typed.RestoreAsync(world, $"{entry.Number}");
        await world.SyncAsync();
    }

    private static async Task RefusedAsync(World world, string entry, string words)
    {
        var before = world.Everything();
        var refused = await Assert.ThrowsAsync<VerbFailedException>(() => Typed.RestoreAsync(world, entry));
        Assert.StartsWith(words, refused.Message, StringComparison.Ordinal);
        if (!words.Contains("meanwhile", StringComparison.Ordinal)) Assert.Equal(before, world.Everything());
    }
}
