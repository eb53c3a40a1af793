using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Tests.Worlds;

/// <summary>What people do to bring a deal so far, each in one line.</summary>
internal static class Deals
{
    public const string Seller = "ana.silva@example.com";
    public const string Northwind = "Northwind data lake migration";
    public const string Contoso = "Contoso contact center";
    public const string Solution = "S-0051244";

    /// <summary>What a seller fills in that nothing in the Opportunity tells.</summary>
    public static JsonObject Complete() => new()
    {
        ["Project_Description__c"] = "Reports run on an overloaded warehouse; the customer wants a data lake on Amazon S3.",
        ["Use_Case__c"] = "Big Data: Data Warehouse / Data Integration / ETL / Data Lake / BI",
        ["Delivery_Model__c"] = "SaaS or PaaS",
        ["Expected_Monthly_AWS_Revenue__c"] = 12500,
        ["Sales_Activities__c"] = "Initialized discussions with customer",
        ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation",
        ["Is_Opp_From_Marketing_Activity__c"] = "No",
        ["Involvement_Type__c"] = "Co-Sell",
        ["Solution_Offered__c"] = Solution,
        ["Next_Step__c"] = "Kick-off",
    };

    /// <summary>What AWS or a colleague enters of a deal.</summary>
    public static JsonObject AtAws(string title) => new()
    {
        ["Customer"] = new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["CompanyName"] = "Humongous Insurance",
                ["WebsiteUrl"] = "https://humongous.example.com",
                ["Industry"] = "Financial Services",
                ["Address"] = new JsonObject { ["CountryCode"] = "US", ["StateOrRegion"] = "Washington", ["PostalCode"] = "98101", ["City"] = "Seattle", ["StreetAddress"] = "410 Terry Ave" },
            },
        },
        ["Project"] = new JsonObject
        {
            ["Title"] = title,
            ["CustomerBusinessProblem"] = "Claims arrive by mail and take weeks; the insurer wants to take them in on the web.",
            ["CustomerUseCase"] = "Database",
            ["DeliveryModels"] = new JsonArray("SaaS or PaaS"),
            ["SalesActivities"] = new JsonArray("Initialized discussions with customer"),
            ["ExpectedCustomerSpend"] = new JsonArray(new JsonObject { ["Amount"] = "8000", ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = "AWS" }),
        },
        ["LifeCycle"] = new JsonObject { ["Stage"] = "Prospect", ["TargetCloseDate"] = "2027-06-30", ["NextSteps"] = "First call with the customer." },
        ["OpportunityType"] = "Net New Business",
        ["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Deal Support"),
        ["Marketing"] = new JsonObject { ["Source"] = "None" },
    };

    /// <summary>A seller ticks Share With AWS on the Opportunity, and the worker makes the draft.</summary>
    public static async Task<string> SharedAsync(this World world, string title)
    {
        var opportunity = world.OpportunityNamed(title);
        world.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { [CoSellFields.ShareWithAws] = true }, Seller);
        await world.SyncAsync();
        return world.Emulated.Salesforce.Records(world.Map.RecordType).OfType<JsonObject>().Single(r => r[CoSellFields.Opportunity]?.GetValue<string>() == opportunity)["Id"]!.GetValue<string>();
    }

    /// <summary>The draft, with all that AWS needs and without the tick.</summary>
    public static async Task<string> CompletedAsync(this World world, string title)
    {
        var record = await world.SharedAsync(title);
        world.SellerEdits(record, Complete());
        await world.SyncAsync();
        return record;
    }

    /// <summary>Created, associated and submitted.</summary>
    public static async Task<string> SubmittedAsync(this World world, string title)
    {
        var record = await world.CompletedAsync(title);
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync();
        return record;
    }

    /// <summary>Submitted, and approved by AWS.</summary>
    public static async Task<string> ApprovedAsync(this World world, string title)
    {
        var record = await world.SubmittedAsync(title);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        await world.SyncAsync();
        return record;
    }

    /// <summary>Approved, and from a marketing activity that AWS paid for.</summary>
    public static async Task<string> MarketedAsync(this World world, string title)
    {
        var record = await world.ApprovedAsync(title);
        world.SellerEdits(record, new JsonObject { ["Is_Opp_From_Marketing_Activity__c"] = "Yes", ["Marketing_Channels__c"] = "Email", ["Is_Marketing_Development_Funded__c"] = "Yes", ["Marketing_Campaign__c"] = "Spring" });
        await world.SyncAsync();
        return record;
    }

    /// <summary>AWS refers a deal, and the worker makes its record.</summary>
    public static async Task<string> ReferredAsync(this World world, string title)
    {
        world.Emulated.PartnerCentral.Refer(AtAws(title));
        await world.SyncAsync();
        return world.RecordOf(title)["Id"]!.GetValue<string>();
    }

    /// <summary>The id of the one invitation that AWS sent.</summary>
    public static string Invitation(this World world) =>
        world.Emulated.PartnerCentral.Invitations().Single(i => i!["participantType"]!.GetValue<string>() == "RECEIVER")!["invitation"]!["Id"]!.GetValue<string>();

    /// <summary>AWS's number of the opportunity with a title.</summary>
    public static string NumberOf(this World world, string title) =>
        world.Emulated.PartnerCentral.Opportunities().Select(o => o!["opportunity"]!).Single(o => o["Project"]!["Title"]!.GetValue<string>() == title)["Id"]!.GetValue<string>();

    public static void SellerEdits(this World world, string record, JsonObject fields) => world.Emulated.Salesforce.Edit(world.Map.RecordType, record, fields, Seller);

    public static void ColleagueEdits(this World world, string record, string path, JsonNode? value) =>
        world.Emulated.PartnerCentral.Edit(world.OpportunityId(record), new Dictionary<string, JsonNode?> { [path] = value });

    public static string OpportunityId(this World world, string record) => world.Record(record)[CoSellFields.ApnCrmUniqueIdentifier]!.GetValue<string>();

    public static JsonObject AtPartnerCentral(this World world, string record) => (JsonObject)world.Emulated.PartnerCentral.Opportunity(world.OpportunityId(record))!["opportunity"]!;

    public static string? Field(this World world, string record, string field) => world.Record(record)[field]?.ToString();

    /// <summary>The operations that AWS carried out for the worker, without the reads.</summary>
    public static IReadOnlyList<string> AwsWrites(this World world) =>
    [
        .. world.Emulated.PartnerCentral.Calls.Where(c => c.Error is null).Select(c => c.Operation.Split('.')[^1])
            .Where(o => !o.StartsWith("Get", StringComparison.Ordinal) && !o.StartsWith("List", StringComparison.Ordinal)),
    ];

    /// <summary>Every document on both sides with its stamps: any write changes it.</summary>
    public static string Everything(this World world) =>
        world.Emulated.Salesforce.Records(world.Map.RecordType).ToJsonString() + world.Emulated.Salesforce.Records("Opportunity").ToJsonString()
        + world.Emulated.PartnerCentral.Opportunities().ToJsonString() + world.Emulated.PartnerCentral.Invitations().ToJsonString();
}
