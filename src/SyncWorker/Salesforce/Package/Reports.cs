using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Salesforce.Package;

/// <summary>The reports, the folder they stand in, and the report type they go by.</summary>
internal static class Reports
{
    public const string Type = "AWS_Co_Sell_Opportunities";
    public const string Folder = "AWS_Co_Sell";

    private const string Status = "Sync Status";

    public static readonly Report[] All =
    [
        new("Shared_With_AWS", "Shared with AWS", "Every deal that has a number at AWS, by the state of AWS's review.", "Status",
            ["APN CRM Unique Identifier", "Customer Company Name", "Partner Project Title", "Sale Stage", "Target Close Date", "Expected Monthly AWS Revenue"],
            "APN CRM Unique Identifier", "notEqual", ""),
        new("Stuck", "Stuck with AWS", "Deals that wait for a person: what is missing, was refused, or has to be answered.", Status,
            ["Customer Company Name", "Partner Project Title", "Sync Error", "Accept By", "Target Close Date"],
            Status, "equals", string.Join(',', SyncStatus.MissingInformation, SyncStatus.NeedsAttention, SyncStatus.ActionRequired, SyncStatus.ReferralToAnswer)),
        new("Won_With_AWS", "Won with AWS", "Deals that were won together with AWS, with what they are worth.", "Sale Stage",
            ["APN CRM Unique Identifier", "Customer Company Name", "Partner Project Title", "Target Close Date", "Expected Monthly AWS Revenue", "Customer Software Value"],
            "Sale Stage", "equals", string.Join(',', Stage.Committed, Stage.Launched)),
    ];

    /// <summary>The folder, which every internal user may look into; a report shows each of them the records that are shared with them.</summary>
    public static string FolderXml() => Metadata.Document("ReportFolder",
    [
        Metadata.Of("folderShares", [Metadata.Of("accessLevel", "View"), Metadata.Of("sharedTo", "AllInternalUsers"), Metadata.Of("sharedToType", "Organization")]),
        Metadata.Of("name", "AWS Co-Sell"),
    ]);
}
