using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>What the worker sends and asks, where AWS's rules speak of the request itself.</summary>
public sealed class PartnerCentralRulesTests
{
    [Fact]
    public async Task Every_update_echoes_the_review_status_and_what_is_locked_and_names_nothing_that_AWS_takes_elsewhere()
    {
        var updates = new List<JsonObject>();
        var wire = new Wire();
        wire.Before = call =>
        {
            if (call.Operation == "UpdateOpportunity") updates.Add((JsonObject)JsonNode.Parse(call.Body)!);
            return null;
        };
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var before = world.AtPartnerCentral(record);
        foreach (var step in (string[])["Call", "Offer"])
        {
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = step });
            await world.SyncAsync();
        }

        Assert.Equal(2, updates.Count);
        Assert.All(updates, u =>
        {
            Assert.Equal("Approved", u["LifeCycle"]!["ReviewStatus"]!.GetValue<string>());
            Assert.Equal(before["Id"]!.GetValue<string>(), u["Identifier"]!.GetValue<string>());
            foreach (var locked in (string[])["Title", "CustomerBusinessProblem", "ApnPrograms"]) Assert.True(JsonNode.DeepEquals(before["Project"]![locked], u["Project"]![locked]), locked);
            Assert.True(JsonNode.DeepEquals(before["Customer"], u["Customer"]));
            Assert.DoesNotContain(u, m => m.Key is "Id" or "Arn" or "CreatedDate" or "OpportunityTeam" or "RelatedEntityIdentifiers" or "Origin");
        });
    }

    [Fact]
    public async Task A_lead_is_counted_and_makes_no_record()
    {
        await using var world = new World();
        world.Emulated.PartnerCentral.ReferLead([]);
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();

        Assert.Equal("Claims platform", Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["Partner_Project_Title__c"]!.GetValue<string>());
        Assert.Single(world.Logs.Lines, l => l.Contains("1 lead invitations wait in Partner Central", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_catalog_stands_in_every_call()
    {
        var without = new List<string>();
        var wire = new Wire();
        wire.Before = call =>
        {
            if (JsonNode.Parse(call.Body)?["Catalog"]?.GetValue<string>() != "AWS") without.Add(call.Operation);
            return null;
        };
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["AWS_Products__c"] = "AmazonS3", ["Primary_Contact_Last_Name__c"] = "da Silva", ["Next_Step__c"] = "Call" });
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        world.SellerEdits(world.RecordOf("Claims platform")["Id"]!.GetValue<string>(), new JsonObject { [CoSellFields.ReferralDecision] = "Accept" });
        await world.SyncAsync();

        Assert.Empty(without);
        Assert.Superset(
            new HashSet<string> { "CreateOpportunity", "UpdateOpportunity", "AssociateOpportunity", "AssignOpportunity", "StartEngagementFromOpportunityTask", "StartEngagementByAcceptingInvitationTask", "ListOpportunities" },
            world.Emulated.PartnerCentral.Calls.Select(c => c.Operation).ToHashSet());
    }
}
