using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class DeletedRecordTests
{
    [Fact]
    public async Task A_deleted_co_sell_record_is_noticed_by_the_next_poll_and_nothing_is_written_anywhere()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var opportunity = world.AtPartnerCentral(record).ToJsonString();
        world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        world.Emulated.ClearCalls();
        var before = world.Logs.Lines.Count;
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);

        Assert.Contains(world.Logs.Lines.Skip(before), l => l.Contains("held", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(world.AwsWrites());
        Assert.Empty(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.Equal(opportunity, world.Emulated.PartnerCentral.Opportunities().Single()!["opportunity"]!.ToJsonString());
    }

    [Fact]
    public async Task What_both_sides_did_while_a_record_was_deleted_crosses_when_it_is_undeleted()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var id = world.OpportunityId(record);
        world.SellerEdits(record, new JsonObject { ["Use_Case__c"] = "Database" });
        world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        await world.SyncAsync();
        world.Emulated.PartnerCentral.Edit(id, new Dictionary<string, JsonNode?> { ["LifeCycle.NextSteps"] = "Legal review" });
        await world.SyncAsync();

        world.Emulated.Salesforce.Undelete(world.Map.RecordType, record, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Equal("Database", world.AtPartnerCentral(record)["Project"]!["CustomerUseCase"]!.GetValue<string>());
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_referral_whose_record_is_deleted_while_it_is_accepted_keeps_no_other_opportunity_waiting(bool landed)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ReferredAsync("Claims platform");
        var (deleted, opportunities) = (0, world.Emulated.PartnerCentral.Opportunities().Count);
        void Delete(WireCall call)
        {
            if (call.Operation != "StartEngagementByAcceptingInvitationTask") return;
            if (deleted++ == 0) world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
        }

        if (landed) wire.After = Delete;
        else wire.Before = call =>
        {
            Delete(call);
            return null;
        };
        world.SellerEdits(record, new JsonObject { ["Referral_Decision__c"] = "Accept" });
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.CycleAsync();
        Assert.NotEqual(0, deleted);

        world.Emulated.PartnerCentral.Create(Deals.AtAws("Made by a colleague"));
        for (var i = 0; i < 3; i++) await world.SyncAsync(60);
        Assert.NotEmpty(world.RecordOf("Made by a colleague")["Id"]!.GetValue<string>());
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.Equal(opportunities + (landed ? 2 : 1), world.Emulated.PartnerCentral.Opportunities().Count);
        Assert.DoesNotContain(await world.Store.LinksAsync(default), l => l.Baseline.Intent is not null);
    }

    [Fact]
    public async Task A_record_that_was_deleted_before_anybody_shared_it_gets_no_link()
    {
        await using var world = new World();
        await world.SyncAsync();
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["Partner_Project_Title__c"] = "Typed by mistake" }, Deals.Seller);
        world.Emulated.Salesforce.Delete(world.Map.RecordType, record, Deals.Seller);
        await world.SyncAsync();
        Assert.Empty(await world.Store.LinksAsync(default));
    }

    [Fact]
    public async Task A_record_that_no_poll_has_ever_seen_is_found_by_the_sweep()
    {
        await using var world = new World();
        await world.SyncAsync();

        // A transaction of fifty minutes is longer than the overlap.
        for (var i = 0; i < 4; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(15));
            await world.CycleAsync(sweep: false);
        }

        world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { ["Partner_Project_Title__c"] = "Imported" }, Deals.Seller, TimeSpan.FromMinutes(50));
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);
        Assert.Empty(await world.Store.LinksAsync(default));

        await world.CycleAsync(sweep: true);
        Assert.Single(await world.Store.LinksAsync(default));
        await world.SyncAsync();
        Assert.NotEmpty(world.RecordOf("Imported")[CoSellFields.ClazarId]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_opportunity_made_at_AWS_for_a_deal_whose_draft_was_deleted_gets_a_record_of_its_own_and_Share_With_AWS_no_second_draft(bool madeBefore)
    {
        await using var world = new World();
        var draft = await world.SharedAsync(Deals.Northwind);
        var made = Deals.AtAws("Made by a colleague");
        made["PartnerOpportunityIdentifier"] = world.OpportunityNamed(Deals.Northwind);
        var number = madeBefore ? world.Emulated.PartnerCentral.Create(made) : null;
        await world.SyncAsync();
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        world.Emulated.Salesforce.Delete(world.Map.RecordType, draft, Deals.Seller);
        await world.SyncAsync();
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { ["NextStep"] = "Call" }, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal(madeBefore ? 1 : 0, world.Emulated.Salesforce.Records(world.Map.RecordType).Count);

        number ??= world.Emulated.PartnerCentral.Create(made);
        await world.SyncAsync();
        Assert.Equal(number, world.Field(world.RecordOf("Made by a colleague")["Id"]!.GetValue<string>(), "APN_CRM_Unique_Identifier__c"));

        world.Emulated.Salesforce.Undelete(world.Map.RecordType, draft, Deals.Seller);
        await world.SyncAsync();
        Assert.False((await world.Store.FindByRecordAsync(draft, default))!.Link.IsRecordDeleted);
        Assert.Empty(world.AwsWrites());
    }
}
