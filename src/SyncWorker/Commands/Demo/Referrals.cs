using System.Text.Json.Nodes;

namespace SyncWorker.Commands.Demo;

/// <summary>What AWS refers to the partner: the opportunity's data as AWS's own side holds it.</summary>
internal static class Referrals
{
    public static JsonObject Claims(string title) => Of(title, "Humongous Insurance", "https://humongous.example.com", "Financial Services",
        "Claims arrive by mail and fax and take weeks; the insurer wants to take them in on the web.", "dana.keller@humongous.example.com");

    public static JsonObject Analytics(string title) => Of(title, "Proseware", "https://proseware.example.com", "Retail",
        "Store managers see last month's figures only and want today's sales by product.", "lee.gu@proseware.example.com");

    private static JsonObject Of(string title, string company, string website, string industry, string problem, string email) => new()
    {
        ["Customer"] = new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["CompanyName"] = company, ["WebsiteUrl"] = website, ["Industry"] = industry,
                ["Address"] = new JsonObject { ["CountryCode"] = "US", ["StateOrRegion"] = "Washington", ["PostalCode"] = "98101", ["City"] = "Seattle", ["StreetAddress"] = "410 Terry Ave" },
            },
            ["Contacts"] = new JsonArray(new JsonObject { ["Email"] = email, ["FirstName"] = "Dana", ["LastName"] = "Keller", ["BusinessTitle"] = "Head of IT", ["Phone"] = "+12065550100" }),
        },
        ["Project"] = new JsonObject
        {
            ["Title"] = title, ["CustomerBusinessProblem"] = problem, ["CustomerUseCase"] = "Database",
            ["DeliveryModels"] = new JsonArray("SaaS or PaaS"), ["SalesActivities"] = new JsonArray("Initialized discussions with customer"),
            ["ExpectedCustomerSpend"] = new JsonArray(new JsonObject { ["Amount"] = "8000", ["CurrencyCode"] = "USD", ["Frequency"] = "Monthly", ["TargetCompany"] = "AWS" }),
        },
        ["LifeCycle"] = new JsonObject { ["Stage"] = "Prospect", ["TargetCloseDate"] = "2027-06-30", ["NextSteps"] = "First call with the customer." },
        ["OpportunityType"] = "Net New Business",
        ["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Deal Support"),
        ["Marketing"] = new JsonObject { ["Source"] = "None" },
    };
}
