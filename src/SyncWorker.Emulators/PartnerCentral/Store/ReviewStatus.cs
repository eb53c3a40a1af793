namespace SyncWorker.Emulators.PartnerCentral.Store;

/// <summary>Where AWS's review of an opportunity stands, in AWS's spelling.</summary>
internal static class ReviewStatus
{
    public const string PendingSubmission = "Pending Submission";
    public const string Submitted = "Submitted";
    public const string InReview = "In review";
    public const string Approved = "Approved";
    public const string ActionRequired = "Action Required";
    public const string Rejected = "Rejected";
}
