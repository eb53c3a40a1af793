using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Seed;

/// <summary>An example of a lead that AWS passes on: a company that came to a campaign, and no opportunity yet.</summary>
internal static class PartnerCentralLead
{
    /// <summary>In the shape of a lead context; what of it may be seen before acceptance is for the invitation to choose.</summary>
    public static JsonObject Example() => new()
    {
        ["QualificationStatus"] = "Not Qualified",
        ["Customer"] = new JsonObject
        {
            ["CompanyName"] = "Adventure Works",
            ["Industry"] = "Retail",
            ["WebsiteUrl"] = "www.adventure-works.com",
            ["Address"] = new JsonObject { ["City"] = "Bothell", ["PostalCode"] = "98011", ["StateOrRegion"] = "Washington", ["CountryCode"] = "US" },
            ["AwsMaturity"] = "Evaluating",
            ["MarketSegment"] = "SMB",
        },
        ["Interactions"] = new JsonArray(new JsonObject
        {
            ["SourceType"] = "Event",
            ["SourceId"] = "701Ub00000Campaign",
            ["SourceName"] = "Retail Day",
            ["Usecase"] = "Analytics",
            ["CustomerAction"] = "Attended a session",
            ["BusinessProblem"] = "Store managers wait for weekly figures.",
            ["Contact"] = new JsonObject
            {
                ["BusinessTitle"] = "IT Manager",
                ["Email"] = "mary.major@adventure-works.com",
                ["FirstName"] = "Mary",
                ["LastName"] = "Major",
                ["Phone"] = "+14255550142",
            },
        }),
    };
}
