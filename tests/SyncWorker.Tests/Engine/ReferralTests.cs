using System.Net;
using System.Text.Json.Nodes;
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
        var invitation = world.Emulated.PartnerCentral.Invitations().Single(i => i!["participantType"]!.GetValue<string>() == "RECEIVER")!["invitation"]!["Id"]!.GetValue<string>();
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
        var invitation = world.Emulated.PartnerCentral.Invitations().Single(i => i!["participantType"]!.GetValue<string>() == "RECEIVER")!["invitation"]!["Id"]!.GetValue<string>();
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
}
