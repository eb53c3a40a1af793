namespace SyncWorker.Core.Lifecycle;

/// <summary>AWS's review states, in AWS's spelling (note the lower-case r of <c>In review</c>).</summary>
public static class ReviewStatus
{
#pragma warning disable CS1591 // Each is AWS's value.
    public const string PendingSubmission = "Pending Submission";
    public const string Submitted = "Submitted";
    public const string InReview = "In review";
    public const string Approved = "Approved";
    public const string Rejected = "Rejected";
    public const string ActionRequired = "Action Required";
#pragma warning restore CS1591
}
