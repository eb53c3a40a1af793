using SyncWorker.Core.Lifecycle;

namespace SyncWorker.Salesforce.Package;

/// <summary>The list views of co-sell records. A long text cannot be filtered, so errors go by the status that comes with them.</summary>
internal static class ListViews
{
    private const string Status = "Sync Status";

    public static readonly ListView[] All =
    [
        new("All", "All", ["Customer Company Name", "Partner Project Title", "Sale Stage", "Target Close Date", "Status", Status, "APN CRM Unique Identifier"]),
        new("Action_Required", "Action Required", ["Customer Company Name", "Partner Project Title", "Sync Error", "Review Comments", "Target Close Date"], "Is Action Required", "1"),
        new("Sync_Errors", "Sync Errors", ["Customer Company Name", "Partner Project Title", Status, "Sync Error"], Status, SyncStatus.MissingInformation, SyncStatus.NeedsAttention, SyncStatus.Rejected),
        new("Referrals_To_Answer", "Referrals To Answer", ["Accept By", "Customer Company Name", "Country", "Industry", "Partner Project Title", "Referral Decision"], Status, SyncStatus.ReferralToAnswer),
    ];
}
