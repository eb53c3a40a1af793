using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>An example of what AWS refers to the partner.</summary>
internal static class PartnerCentralReferral
{
    /// <summary>A deal to close some months ahead, in the shape of CreateOpportunity.</summary>
    public static JsonObject Example(DateTimeOffset now) => new()
    {
        ["Catalog"] = "AWS",
        ["Customer"] = new JsonObject
        {
            ["Account"] = new JsonObject
            {
                ["CompanyName"] = "Fabrikam Life Sciences",
                ["Industry"] = "Life Sciences",
                ["WebsiteUrl"] = "www.fabrikamlifesciences.com",
                ["Address"] = new JsonObject
                {
                    ["City"] = "Boston",
                    ["CountryCode"] = "US",
                    ["PostalCode"] = "02110",
                    ["StateOrRegion"] = "Massachusetts",
                    ["StreetAddress"] = "100 Federal Street",
                },
            },
            ["Contacts"] = new JsonArray(new JsonObject
            {
                ["BusinessTitle"] = "Director of Research Computing",
                ["Email"] = "john.stiles@fabrikamlifesciences.com",
                ["FirstName"] = "John",
                ["LastName"] = "Stiles",
                ["Phone"] = "+16175550142",
            }),
        },
        ["LifeCycle"] = new JsonObject { ["Stage"] = "Prospect", ["TargetCloseDate"] = now.AddDays(120).UtcDateTime.ToString("yyyy-MM-dd") },
        ["Marketing"] = new JsonObject { ["Source"] = "None" },
        ["NationalSecurity"] = "No",
        ["OpportunityType"] = "Net New Business",
        ["PrimaryNeedsFromAws"] = new JsonArray("Co-Sell - Architectural Validation"),
        ["Project"] = new JsonObject
        {
            ["Title"] = "Genome analysis pipeline on AWS",
            ["CustomerBusinessProblem"] = "Sequencing runs queue for days on a full cluster; the customer wants to burst to AWS and pay by the run.",
            ["CustomerUseCase"] = "High Performance Computing",
            ["DeliveryModels"] = new JsonArray("Professional Services"),
            ["ExpectedCustomerSpend"] = new JsonArray(new JsonObject
            {
                ["Amount"] = "12500",
                ["CurrencyCode"] = "USD",
                ["Frequency"] = "Monthly",
                ["TargetCompany"] = "AWS",
            }),
            ["SalesActivities"] = new JsonArray("Customer has shown interest in solution"),
        },
    };
}
