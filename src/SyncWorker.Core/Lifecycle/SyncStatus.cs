namespace SyncWorker.Core.Lifecycle;

/// <summary>The texts of Sync Status. There is no "Conflict": that is news, not a state.</summary>
public static class SyncStatus
{
#pragma warning disable CS1591 // Each text says itself.
    public const string Draft = "Draft";
    public const string MissingInformation = "Missing information";
    public const string ReadyToSubmit = "Ready to submit";
    public const string Submitting = "Submitting";
    public const string InReview = "In AWS review";
    public const string ActionRequired = "Action required by AWS";
    public const string InSync = "In sync";
    public const string UpdateWaiting = "Update waiting";
    public const string NeedsAttention = "Needs attention";
    public const string ReferralToAnswer = "Referral to answer";
    public const string Rejected = "Rejected by AWS";
    public const string Closed = "Closed at AWS";
    public const string NotShared = "Not shared";
    public const string Paused = "Paused";
#pragma warning restore CS1591
}
