using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>What AWS does now one way, now the other, as its documents and recordings disagree about.</summary>
public sealed class VariantTests
{
    [Theory]
    [InlineData("associations move the date")]
    [InlineData("AWS's edits move the date")]
    [InlineData("texts are entity-encoded")]
    [InlineData("tasks take a minute")]
    [InlineData("documented statuses")]
    public async Task A_deal_goes_through_and_comes_to_rest_when(string variant)
    {
        await using var world = new World();
        Vary(world.Emulated.PartnerCentralOptions, variant);
        var record = await world.CompletedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "R&D: call <Priya> & Tom", [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync(40);
        await world.SyncAsync(40);
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        await world.SyncAsync(40);
        world.Emulated.PartnerCentral.EditAws(world.OpportunityId(record), new Dictionary<string, JsonNode?> { ["Insights.EngagementScore"] = "High" });
        world.SellerEdits(record, new JsonObject { ["Additional_Comments__c"] = "Smith & Sons: \"yes\"" });
        await world.SyncAsync(40);

        Assert.Equal("High", world.Field(record, "AWS_Marketplace_Engagement_Score__c"));
        Assert.Equal("Smith & Sons: \"yes\"", world.AtPartnerCentral(record)["Project"]!["AdditionalComments"]!.GetValue<string>());
        Assert.Equal("R&D: call <Priya> & Tom", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("R&D: call <Priya> & Tom", world.Field(record, "Next_Step__c"));
        Assert.Equal("In sync", world.Field(record, "Sync_Status__c"));
        var before = world.Everything();
        await world.SyncAsync();
        await world.SyncAsync();
        Assert.Equal(before, world.Everything());
        Assert.DoesNotContain(world.Emulated.PartnerCentral.Invitations().Skip(1), _ => true);
    }

    [Theory]
    [InlineData("StartEngagementByAcceptingInvitationTask", "Accept", 1, false)]
    [InlineData("StartEngagementByAcceptingInvitationTask", "Accept", 5, false)]
    [InlineData("StartEngagementByAcceptingInvitationTask", "Accept", 1, true)]
    [InlineData("RejectEngagementInvitation", "Reject", 1, false)]
    [InlineData("RejectEngagementInvitation", "Reject", 3, false)]
    public async Task A_lost_answer_to_a_referral_leaves_one_record_and_the_answer_stands(string operation, string decision, int times, bool slow)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        if (slow) world.Emulated.PartnerCentralOptions.TaskDuration = TimeSpan.FromMinutes(1);
        var record = await world.ReferredAsync("Claims platform");
        wire.LoseAnswers(c => c.Operation == operation, times);
        world.SellerEdits(record, new JsonObject { ["Rejection_Reason__c"] = "Unable to support", ["Referral_Decision__c"] = decision });
        await world.SyncAsync(60);

        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.Equal(decision == "Accept" ? "In sync" : "Not shared", world.Field(record, "Sync_Status__c"));
        Assert.Equal(decision == "Accept" ? "ACCEPTED" : "REJECTED", world.Emulated.PartnerCentral.Invitations()[0]!["invitation"]!["Status"]!.GetValue<string>());
        if (decision == "Accept") Assert.Equal("Approved", world.Field(record, "Status__c"));
    }

    private static void Vary(PartnerCentralEmulatorOptions options, string variant)
    {
        switch (variant)
        {
            case "associations move the date": options.AssociationsMoveLastModifiedDate = true; break;
            case "AWS's edits move the date": options.AwsEditsMoveLastModifiedDate = true; break;
            case "texts are entity-encoded": options.EntityEncoding = true; break;
            case "tasks take a minute": options.TaskDuration = TimeSpan.FromMinutes(1); break;
            default: options.StatusCodes = Enum.GetValues<StatusCodeStyle>().Last(); break;
        }
    }
}
