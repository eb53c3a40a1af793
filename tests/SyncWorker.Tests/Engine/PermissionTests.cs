using System.Text.Json.Nodes;
using System.Xml.Linq;
using SyncWorker.Core.Opportunities;
using SyncWorker.Emulators.Salesforce;
using SyncWorker.Salesforce.Package;
using SyncWorker.Tests.Hosting;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>The org holds the integration user to its permission set: nothing else does it read or write, and with that it can do its work.</summary>
public sealed class PermissionTests
{
    private const string Record = "AWS_Co_Sell_Opportunity__c";

    [Fact]
    public async Task A_deal_lives_from_share_to_Launched_within_the_permission_set()
    {
        await using var world = new World(org: Held());
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject
        {
            ["Next_Step__c"] = "Contract review", ["AWS_Account_Id__c"] = "123456789012", ["Contract_Start_Date__c"] = "2027-01-01", ["Contract_End_Date__c"] = "2028-12-31",
            ["Customer_Software_Value__c"] = 240000, ["Procurement_Type__c"] = "Subscription", ["Sale_Stage__c"] = "Committed",
        });
        world.ColleagueEdits(record, "OpportunityType", "Expansion");
        await world.SyncAsync();
        Assert.Equal(("Committed", "Subscription"), (world.AtPartnerCentral(record)["LifeCycle"]!["Stage"]!.ToString(), world.AtPartnerCentral(record)["SoftwareRevenue"]!["DeliveryModel"]!.ToString()));
        Assert.Equal(("Approved", "Expansion"), (world.Field(record, "Status__c"), world.Field(record, "Opportunity_Type__c")));

        world.ColleagueEdits(record, "LifeCycle.Stage", "Launched");
        await world.SyncAsync();
        Assert.Equal(("Launched", "Closed at AWS"), (world.Field(record, "Sale_Stage__c"), world.Field(record, "Sync_Status__c")));
    }

    [Fact]
    public async Task AWSs_Action_Required_clears_the_tick_within_the_permission_set()
    {
        await using var world = new World(org: Held());
        var record = await world.SubmittedAsync(Deals.Northwind);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Action Required");
        await world.SyncAsync();
        Assert.Equal(("Action required by AWS", "false", "true"), (world.Field(record, "Sync_Status__c"), world.Field(record, CoSellFields.SubmitToAws), world.Field(record, "Is_Action_Required__c")));
    }

    [Fact]
    public async Task A_deal_made_in_Partner_Central_gets_its_record_within_the_permission_set()
    {
        await using var world = new World(org: Held());
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        Assert.Equal("Humongous Insurance", world.RecordOf("Claims platform")["Customer_Company_Name__c"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_the_worker_asks_for_is_what_the_permission_set_grants()
    {
        var heard = new Overheard();
        await using var world = new World(aroundSalesforce: heard.Around);
        await world.SubmittedAsync(Deals.Northwind);

        var own = heard.Selected(Record).Where(f => !f.Contains('.', StringComparison.Ordinal) && f.EndsWith("__c", StringComparison.Ordinal)).Select(f => $"{Record}.{f}");
        Assert.Equal(Granted().Where(f => f.StartsWith(Record, StringComparison.Ordinal)), own);

        // The parents' fields that Salesforce grants by permission, written down by hand: the parts of an address share one, and a path needs the lookups on its way.
        Assert.Equal(
            [
                "Account.BillingCity", "Account.BillingCountry", "Account.BillingPostalCode", "Account.BillingState", "Account.BillingStreet", "Account.Industry", "Account.Website", "Type",
            ],
            heard.Selected(Record).Where(f => f.StartsWith("Opportunity__r.", StringComparison.Ordinal)).Select(f => f["Opportunity__r.".Length..])
                .Where(f => !f.StartsWith("Owner.", StringComparison.Ordinal) && f.Split('.')[^1] is not ("Id" or "Name" or "StageName" or "CloseDate" or "LastModifiedDate" or "SystemModstamp")));
        Assert.Equal(
            ["Account.BillingAddress", "Account.Industry", "Account.Website", "Opportunity.AccountId", "Opportunity.Share_With_AWS__c", "Opportunity.Type"],
            Granted().Where(f => !f.StartsWith(Record, StringComparison.Ordinal)));
        Assert.True(heard.Heard("Share_With_AWS__c = TRUE"));
    }

    [Fact]
    public async Task Without_a_permission_that_it_needs_the_worker_gets_nothing_done()
    {
        await using var config = new ConfigCopy();
        PackageFiles.Write(config.Folder.Path);
        var set = config.InFolder(Path.Combine("salesforce", "force-app", "main", "default", "permissionsets", "AWS_Co_Sell_Integration.permissionset-meta.xml"));
        var xml = XDocument.Load(set);
        xml.Root!.Elements().Single(e => e.Elements().Any(f => f.Value == $"{Record}.Sync_Nonce__c")).Remove();
        xml.Save(set);

        await using var world = new World(config: config.Folder.Path, org: Held());
        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        await Assert.ThrowsAnyAsync<Exception>(() => world.SyncAsync());
        Assert.Empty(world.Emulated.Salesforce.Records(Record));
    }

    private static SalesforceEmulatorOptions Held() => new() { EnforceFieldSecurity = true, PermissionSets = { "AWS_Co_Sell_Integration" } };

    private static IEnumerable<string> Granted() => XDocument.Load(Path.Combine(Repository.Config, "salesforce", "force-app", "main", "default", "permissionsets", "AWS_Co_Sell_Integration.permissionset-meta.xml"))
        .Root!.Elements().Where(e => e.Name.LocalName == "fieldPermissions").Select(e => e.Elements().Single(f => f.Name.LocalName == "field").Value).Order(StringComparer.Ordinal);
}
