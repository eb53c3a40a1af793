namespace SyncWorker.Emulators.Salesforce.Model;

/// <summary>The values a new org's standard picklists come with. All of them accept other values too.</summary>
internal static class StandardPicklists
{
    public static readonly string[] Stages =
    [
        "Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Id. Decision Makers", "Perception Analysis",
        "Proposal/Price Quote", "Negotiation/Review", ClosedWon, ClosedLost,
    ];

    public static readonly string[] OpportunityTypes =
        ["Existing Customer - Upgrade", "Existing Customer - Replacement", "Existing Customer - Downgrade", "New Customer"];

    public static readonly string[] LeadSources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];

    public static readonly string[] ContactRoles =
        ["Business User", "Decision Maker", "Economic Buyer", "Economic Decision Maker", "Evaluator", "Executive Sponsor", "Influencer", "Technical Buyer", "Other"];

    public static readonly string[] Industries =
    [
        "Agriculture", "Apparel", "Banking", "Biotechnology", "Chemicals", "Communications", "Construction", "Consulting", "Education", "Electronics", "Energy",
        "Engineering", "Entertainment", "Environmental", "Finance", "Food & Beverage", "Government", "Healthcare", "Hospitality", "Insurance", "Machinery",
        "Manufacturing", "Media", "Not For Profit", "Recreation", "Retail", "Shipping", "Technology", "Telecommunications", "Transportation", "Utilities", "Other",
    ];

    public const string ClosedWon = "Closed Won";

    public const string ClosedLost = "Closed Lost";

    /// <summary>The chance of winning that a stage brings along.</summary>
    public static double? Probability(string? stage) => stage switch
    {
        "Prospecting" or "Qualification" => 10,
        "Needs Analysis" => 20,
        "Value Proposition" => 50,
        "Id. Decision Makers" => 60,
        "Perception Analysis" => 70,
        "Proposal/Price Quote" => 75,
        "Negotiation/Review" => 90,
        ClosedWon => 100,
        ClosedLost => 0,
        _ => null,
    };
}
