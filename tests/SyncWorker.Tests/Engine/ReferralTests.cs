using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class ReferralTests
{
    [Fact]
    public async Task What_a_seller_filled_in_before_the_acceptance_goes_to_AWS_because_accepting_is_no_edit_there()
    {
        await using var world = new World();
        var record = await world.ReferredAsync("Claims platform");
        world.SellerEdits(record, new JsonObject { ["Sale_Stage__c"] = "Technical Validation", ["Referral_Decision__c"] = "Accept" });
        await world.SyncAsync();

        Assert.Equal("Technical Validation", world.AtPartnerCentral(record)["LifeCycle"]!["Stage"]!.GetValue<string>());
        Assert.Equal("Technical Validation", world.Field(record, "Sale_Stage__c"));
    }

    [Fact]
    public async Task What_a_colleague_edits_after_the_acceptance_is_an_edit()
    {
        await using var world = new World();
        var record = await world.ReferredAsync("Claims platform");
        world.SellerEdits(record, new JsonObject { ["Sale_Stage__c"] = "Technical Validation" });
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        var invitation = world.Invitation();
        world.Emulated.PartnerCentral.AcceptInvitation(invitation);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Emulated.PartnerCentral.Edit(world.NumberOf("Claims platform"), new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Business Validation" });
        await world.SyncAsync();

        Assert.Equal("Business Validation", world.AtPartnerCentral(record)["LifeCycle"]!["Stage"]!.GetValue<string>());
        Assert.Equal("Business Validation", world.Field(record, "Sale_Stage__c"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_copied_into_a_referrals_record_from_an_Opportunity_that_it_names_no_more_gives_way_to_AWSs_value(bool whileAccepting)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ReferredAsync("Claims platform");
        world.SellerEdits(record, new JsonObject { ["Opportunity__c"] = world.OpportunityNamed(Deals.Northwind) });
        await world.SyncAsync();
        Assert.NotEqual("2027-06-30", world.Field(record, "Target_Close_Date__c"));

        var isChanged = false;
        wire.After = call =>
        {
            if (call.Operation != "StartEngagementByAcceptingInvitationTask" || !whileAccepting || isChanged) return;
            isChanged = true;
            world.SellerEdits(record, new JsonObject { ["Opportunity__c"] = world.OpportunityNamed(Deals.Contoso) });
        };
        if (!whileAccepting)
        {
            world.SellerEdits(record, new JsonObject { ["Opportunity__c"] = null });
            await world.SyncAsync();
            Assert.Equal("2027-06-30", world.Field(record, "Target_Close_Date__c"));
        }

        world.SellerEdits(record, new JsonObject { ["Referral_Decision__c"] = "Accept" });
        await world.SyncAsync();
        await world.SyncAsync();
        Assert.Equal("2027-06-30", world.AtPartnerCentral(record)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
        Assert.Equal("2027-06-30", world.Field(record, "Target_Close_Date__c"));
    }

    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("AccessDeniedException")]
    public async Task A_referral_that_a_colleague_rejects_and_that_AWS_shows_no_more_is_over_and_nothing_waits_for_it(string name)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ReferredAsync("Claims platform");
        var invitation = world.Invitation();
        world.Emulated.PartnerCentral.RejectInvitation(invitation, "Other");
        wire.Before = call => call.Operation == "GetEngagementInvitation" ? Refusals.Aws(HttpStatusCode.BadRequest, name, "no way") : null;
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Portal"));
        await world.SyncAsync();
        await world.SyncAsync();

        Assert.Equal("Portal", world.Field(world.RecordOf("Portal")["Id"]!.GetValue<string>(), "Partner_Project_Title__c"));
        var link = (await world.Store.FindByRecordAsync(record, default))!;
        Assert.Equal(("REJECTED", 0), (link.Link.InvitationStatus, link.Failures));
        Assert.Equal(("Claims platform", "Not shared", null), (world.Field(record, "Partner_Project_Title__c"), world.Field(record, "Sync_Status__c"), world.Field(record, "Sync_Error__c")));
        Assert.DoesNotContain(world.Logs.Lines, l => l.Contains("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Opportunity_that_a_rejected_referral_names_can_be_shared()
    {
        await using var world = new World();
        var record = await world.ReferredAsync("Claims platform");
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Opportunity__c"] = opportunity, ["Referral_Decision__c"] = "Reject", ["Rejection_Reason__c"] = "Other" });
        await world.SyncAsync();
        Assert.Equal("REJECTED", (await world.Store.FindByRecordAsync(record, default))!.Link.InvitationStatus);

        world.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["Share_With_AWS__c"] = true }, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal(2, world.Emulated.Salesforce.Records(world.Map.RecordType).Count(r => r!["Opportunity__c"]?.GetValue<string>() == opportunity));
    }

    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("AccessDeniedException")]
    public async Task A_referral_that_a_colleague_accepts_while_AWS_does_not_show_it_is_not_taken_for_rejected_and_gets_its_opportunity(string name)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ReferredAsync("Claims platform");
        wire.Before = call => call.Operation == "GetEngagementInvitation" ? Refusals.Aws(HttpStatusCode.BadRequest, name, "no way") : null;
        world.Emulated.PartnerCentral.AcceptInvitation(world.Invitation());
        await world.SyncAsync(3);
        wire.Before = null;
        for (var i = 0; i < 3; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(2));
            await world.SyncAsync();
        }

        Assert.Equal(world.NumberOf("Claims platform"), world.Field(record, "APN_CRM_Unique_Identifier__c"));
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Theory]
    [InlineData("ResourceNotFoundException")]
    [InlineData("AccessDeniedException")]
    public async Task A_referral_that_is_rejected_before_the_worker_read_it_gets_no_record_and_fails_nothing(string name)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.PassAsync(() => world.Part<Connections.Connection>().PollPartnerCentralAsync(default));
        world.Emulated.PartnerCentral.RejectInvitation(world.Invitation(), "Other");
        wire.Before = call => call.Operation == "GetEngagementInvitation" ? Refusals.Aws(HttpStatusCode.BadRequest, name, "no way") : null;
        await world.SyncAsync();

        Assert.Empty(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.Equal(0, Assert.Single(await world.Store.LinksAsync(default)).Failures);
    }

    [Fact]
    public async Task A_referral_that_AWS_lists_before_it_shows_it_gets_its_record_as_soon_as_it_does()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var times = 0;
        wire.Before = call => call.Operation == "GetEngagementInvitation" && times++ == 0 ? Refusals.Aws(HttpStatusCode.BadRequest, "ResourceNotFoundException") : null;
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        for (var i = 0; i < 6; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await world.CycleAsync(sweep: false);
        }

        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Fact]
    public async Task A_referral_that_AWS_lists_again_is_looked_at_again()
    {
        await using var world = new World();
        var record = await world.ReferredAsync("Claims platform");
        var state = (await world.Store.FindByRecordAsync(record, default))!;
        await world.Store.RememberAsync(state.Link with { InvitationStatus = "REJECTED" }, state.Baseline, [], default);
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        await world.CycleAsync(sweep: false);

        Assert.Equal("PENDING", (await world.Store.FindByRecordAsync(record, default))!.Link.InvitationStatus);
    }
}
