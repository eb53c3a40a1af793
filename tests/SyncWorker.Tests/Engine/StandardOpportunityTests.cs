using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>The example map in which the standard Opportunity is the co-sell record.</summary>
public sealed class StandardOpportunityTests : IDisposable
{
    private StandardConfig _config = new();

    [Fact]
    public async Task A_shared_Opportunity_is_created_at_AWS_with_what_its_own_fields_say()
    {
        await using var world = new World(config: _config.Folder);
        var opportunity = await SubmittedAsync(world);
        var atAws = world.AtPartnerCentral(opportunity);
        Assert.Equal((Deals.Northwind, "Qualified", opportunity), (atAws["Project"]!["Title"]!.ToString(), atAws["LifeCycle"]!["Stage"]!.ToString(), atAws["PartnerOpportunityIdentifier"]!.ToString()));
        Assert.Equal("Submitted", world.Field(opportunity, "Status__c"));
    }

    [Fact]
    public async Task An_Opportunity_that_nobody_shares_is_no_co_sell_record()
    {
        await using var world = new World(config: _config.Folder);
        await world.SyncAsync();
        Assert.Empty(await world.Store.LinksAsync(default));
        Assert.Empty(world.Emulated.PartnerCentral.Opportunities());
    }

    [Fact]
    public async Task AWS_never_writes_a_standard_field_and_a_colleagues_change_of_it_is_set_back()
    {
        await using var world = new World(config: _config.Folder);
        var opportunity = await ApprovedAsync(world);
        var before = Standard(world, opportunity);
        world.ColleagueEdits(opportunity, "LifeCycle.Stage", "Technical Validation");
        world.ColleagueEdits(opportunity, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();

        Assert.Equal(before, Standard(world, opportunity));
        Assert.Equal("Qualified", world.AtPartnerCentral(opportunity)["LifeCycle"]!["Stage"]!.ToString());
        Assert.Equal("Legal review", world.Field(opportunity, "Next_Step__c"));
    }

    [Fact]
    public async Task A_seller_who_moves_the_stage_moves_it_at_AWS()
    {
        await using var world = new World(config: _config.Folder);
        var opportunity = await ApprovedAsync(world);
        world.SellerEdits(opportunity, new JsonObject { ["StageName"] = "Negotiation/Review" });
        await world.SyncAsync();
        Assert.Equal("Business Validation", world.AtPartnerCentral(opportunity)["LifeCycle"]!["Stage"]!.ToString());
    }

    [Fact]
    public async Task A_row_that_says_writeStandard_is_written_but_no_Opportunity_is_ever_closed_by_AWS()
    {
        using var config = new StandardConfig(map => map.Replace("row: Sale Stage,", "row: Sale Stage, writeStandard: true,", StringComparison.Ordinal));
        await using var world = new World(config: config.Folder);
        var opportunity = await ApprovedAsync(world);
        world.ColleagueEdits(opportunity, "LifeCycle.Stage", "Technical Validation");
        await world.SyncAsync();
        Assert.Equal("Value Proposition", world.Field(opportunity, "StageName"));

        world.Emulated.PartnerCentral.Edit(world.OpportunityId(opportunity), new Dictionary<string, JsonNode?> { ["LifeCycle.ClosedLostReason"] = "Price", ["LifeCycle.Stage"] = "Closed Lost" });
        await world.SyncAsync();
        Assert.Equal("Value Proposition", world.Field(opportunity, "StageName"));
        Assert.Contains("a person closes an Opportunity in Salesforce", world.Field(opportunity, CoSellFields.SyncNote) + world.Field(opportunity, CoSellFields.SyncError), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deal_made_in_Partner_Central_makes_no_Opportunity()
    {
        await using var world = new World(config: _config.Folder);
        await world.SyncAsync();
        var before = world.Emulated.Salesforce.Records("Opportunity").Count;
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        Assert.Equal(before, world.Emulated.Salesforce.Records("Opportunity").Count);
    }

    public void Dispose() => _config.Dispose();

    private static async Task<string> SubmittedAsync(World world)
    {
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        var fields = Deals.Complete();
        fields[CoSellFields.ShareWithAws] = true;
        fields[CoSellFields.SubmitToAws] = true;
        world.SellerEdits(opportunity, fields);
        await world.SyncAsync();
        return opportunity;
    }

    private static async Task<string> ApprovedAsync(World world)
    {
        var opportunity = await SubmittedAsync(world);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(opportunity), "Approved");
        await world.SyncAsync();
        return opportunity;
    }

    private static string Standard(World world, string opportunity) =>
        new JsonArray([.. world.Record(opportunity).Where(f => !f.Key.EndsWith("__c", StringComparison.Ordinal) && f.Key is not ("SystemModstamp" or "LastModifiedDate" or "LastModifiedById" or "attributes")).Select(f => (JsonNode?)$"{f.Key}={f.Value}")]).ToJsonString();
}
