using System.Text.Json.Nodes;

namespace SyncWorker.Tests.Worlds;

/// <summary>What people fill in where a scenario does not care.</summary>
internal static class DealData
{
    /// <summary>What AWS needs for a submission and nothing in the Opportunity tells.</summary>
    public static JsonObject Complete() => new()
    {
        ["Project_Description__c"] = "The customer's reports run on an overloaded warehouse; it wants a data lake.",
        ["Use_Case__c"] = "Storage & Backup", ["Delivery_Model__c"] = "SaaS or PaaS", ["Expected_Monthly_AWS_Revenue__c"] = 12500,
        ["Sales_Activities__c"] = "Initialized discussions with customer", ["Partner_Primary_Need_From_AWS__c"] = "Co-Sell - Architectural Validation",
        ["Is_Opp_From_Marketing_Activity__c"] = "No", ["Involvement_Type__c"] = "Co-Sell", ["Solution_Offered__c"] = "S-0051244",
    };

    /// <summary>An opportunity as it is made in Partner Central.</summary>
    public static JsonObject Opportunity(string title) => new()
    {
        ["Customer"] = new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["CompanyName"] = "Humongous Insurance", ["WebsiteUrl"] = "https://humongous.example.com", ["Industry"] = "Financial Services",
                ["Address"] = new JsonObject { ["CountryCode"] = "US", ["StateOrRegion"] = "Washington", ["PostalCode"] = "98101", ["City"] = "Seattle" },
            },
            ["Contacts"] = new JsonArray(new JsonObject { ["Email"] = "dana.keller@humongous.example.com", ["FirstName"] = "Dana", ["LastName"] = "Keller" }),
        },
        ["Project"] = new JsonObject
        {
            ["Title"] = title, ["CustomerBusinessProblem"] = "Claims arrive by mail and take weeks; the insurer wants them on the web.", ["CustomerUseCase"] = "Database",
            ["DeliveryModels"] = new JsonArray("SaaS or PaaS"), ["SalesActivities"] = new JsonArray("Initialized discussions with customer"), ["ApnPrograms"] = new JsonArray("Windows"),
            ["ExpectedCustomerSpend"] = new JsonArray(new JsonObject { ["Amount"] = "8000", ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = "AWS" }),
        },
        ["LifeCycle"] = new JsonObject { ["Stage"] = "Prospect", ["TargetCloseDate"] = "2027-06-30", ["NextSteps"] = "First call with the customer." },
        ["OpportunityType"] = "Net New Business",
        ["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Deal Support"),
        ["Marketing"] = new JsonObject { ["Source"] = "None" },
    };
}
