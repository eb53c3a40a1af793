using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class PrimaryContactTests
{
    [Fact]
    public async Task An_e_mail_without_a_name_is_not_sent_and_the_contact_is_assigned_when_it_is_complete()
    {
        await using var world = new World();
        RenameOwner(world, first: null);
        var record = await world.SubmittedAsync(Deals.Northwind);
        Assert.Equal(["CreateOpportunity", "AssociateOpportunity", "StartEngagementFromOpportunityTask"], world.AwsWrites());
        Assert.Null(Manager(world, record));

        world.Emulated.ClearCalls();
        world.SellerEdits(record, new JsonObject { ["Primary_Contact_First_Name__c"] = "Anita" });
        await world.SyncAsync();
        Assert.Empty(world.AwsWrites());

        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        await world.SyncAsync();
        Assert.Equal(["AssignOpportunity"], world.AwsWrites());
        Assert.Equal(("Anita", "Silva", "ana.silva@example.com"), Manager(world, record));
    }

    [Fact]
    public async Task A_contact_changed_in_parts_costs_one_assignment_of_the_whole()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        Assert.Equal(("Ana", "Silva", "ana.silva@example.com"), Manager(world, record));
        world.Emulated.ClearCalls();

        world.SellerEdits(record, new JsonObject { ["Primary_Contact_First_Name__c"] = "Tom", ["Primary_Contact_Last_Name__c"] = "Baker" });
        await world.SyncAsync();
        world.SellerEdits(record, new JsonObject { ["Primary_Contact_Email__c"] = "Tom.Baker@example.com" });
        await world.SyncAsync();

        Assert.Equal(["AssignOpportunity", "AssignOpportunity"], world.AwsWrites());
        Assert.Equal(("Tom", "Baker", "tom.baker@example.com"), Manager(world, record));
    }

    [Fact]
    public async Task What_the_contact_lacks_stands_in_the_note()
    {
        await using var world = new World();
        RenameOwner(world, first: null);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Assert.Equal("Primary Contact First Name: empty; AWS takes the contact's name and e-mail address together.", world.Field(record, "Sync_Note__c"));

        world.SellerEdits(record, new JsonObject { ["Primary_Contact_First_Name__c"] = "Anita" });
        await world.SyncAsync();
        Assert.Null(world.Field(record, "Sync_Note__c"));
    }

    private static void RenameOwner(World world, string? first)
    {
        var owner = world.Emulated.Salesforce.Record("Opportunity", world.OpportunityNamed(Deals.Northwind))!["OwnerId"]!.GetValue<string>();
        world.Emulated.Salesforce.Edit("User", owner, new JsonObject { ["FirstName"] = first }, Deals.Seller);
    }

    private static (string?, string?, string?)? Manager(World world, string record) =>
        world.AtPartnerCentral(record)["OpportunityTeam"]?.AsArray().SingleOrDefault(m => m!["BusinessTitle"]?.GetValue<string>() == "PartnerAccountManager") is { } manager
            ? (manager["FirstName"]?.GetValue<string>(), manager["LastName"]?.GetValue<string>(), manager["Email"]?.GetValue<string>()) : null;
}
