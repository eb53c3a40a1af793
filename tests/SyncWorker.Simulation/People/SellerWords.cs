using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce;

namespace SyncWorker.Simulation.People;

/// <summary>What people fill in that the runs do not look at.</summary>
internal static class SellerWords
{
    /// <summary>Who fills it in.</summary>
    public const string User = "ana.silva@example.com";

    /// <summary>The sellers of this org keep the first name of the customer's contact in the Opportunity's description.</summary>
    public static void NameContacts(SalesforceEmulator salesforce)
    {
        foreach (var opportunity in salesforce.Records("Opportunity").ToArray())
        {
            var id = opportunity!["Id"]!.GetValue<string>();
            salesforce.Edit("Opportunity", id, new JsonObject { ["Description"] = $"Contact of {id[^6..]}" }, User);
        }
    }

    /// <summary>What AWS needs for a submission and nothing in the Opportunity tells.</summary>
    public static JsonObject Complete(Chance chance, ref int number) => new()
    {
        ["Project_Description__c"] = "The customer's reports run on an overloaded warehouse; it wants a data lake.",
        ["Use_Case__c"] = "Storage & Backup",
        ["Delivery_Model__c"] = "SaaS or PaaS",
        ["Expected_Monthly_AWS_Revenue__c"] = 5000 + number++,
        ["Sales_Activities__c"] = "Initialized discussions with customer",
        ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation",
        ["Is_Opp_From_Marketing_Activity__c"] = "No",
        ["Involvement_Type__c"] = "Co-Sell",
        ["Solution_Offered__c"] = chance.Of(0.8) ? "S-0051244" : "S-0051244;S-0052871",
        ["Target_Close_Date__c"] = chance.Of(0.5) ? null : "2027-08-01",
    };

    /// <summary>An opportunity as it is made in Partner Central, with members that no row of the field map knows.</summary>
    public static JsonObject Opportunity(string title, Chance chance, ref int number) => new()
    {
        ["Customer"] = new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["CompanyName"] = "Humongous Insurance", ["WebsiteUrl"] = $"https://humongous{number++}.example.com", ["Industry"] = "Financial Services", ["Duns"] = "123456789",
                ["Address"] = new JsonObject { ["CountryCode"] = "US", ["StateOrRegion"] = "Washington", ["PostalCode"] = "98101", ["City"] = "Seattle" },
            },
            ["Contacts"] = new JsonArray(new JsonObject { ["Email"] = "dana.keller@humongous.example.com", ["FirstName"] = $"Dana {number++}", ["LastName"] = $"Keller {number++}", ["BusinessTitle"] = "CIO" }),
        },
        ["Project"] = new JsonObject
        {
            ["Title"] = title, ["CustomerBusinessProblem"] = "Claims arrive by mail and take weeks; the insurer wants them on the web.", ["CustomerUseCase"] = "Database", ["CompetitorName"] = "Oracle Cloud",
            ["DeliveryModels"] = new JsonArray("SaaS or PaaS"), ["SalesActivities"] = new JsonArray("Initialized discussions with customer"),
            ["AdditionalComments"] = chance.Of(0.5) ? $"Comment {number++}" : null,
            ["ExpectedCustomerSpend"] = new JsonArray(new JsonObject { ["Amount"] = (7000 + number++).ToString(System.Globalization.CultureInfo.InvariantCulture), ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = "AWS" }),
        },
        ["LifeCycle"] = new JsonObject { ["Stage"] = "Prospect", ["TargetCloseDate"] = "2027-06-30", ["NextSteps"] = chance.Of(0.7) ? $"First call {number++}" : null },
        ["OpportunityType"] = "Net New Business",
        ["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Deal Support"),
        ["Marketing"] = new JsonObject { ["Source"] = "None" },
    };
}
