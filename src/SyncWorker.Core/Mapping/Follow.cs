namespace SyncWorker.Core.Mapping;

/// <summary>What a row follows in Salesforce. The worker never writes what a row follows.</summary>
/// <param name="Path">A path over the co-sell record's lookup, such as <c>Opportunity__r.Account.Name</c>.</param>
/// <param name="Mode">How long it follows.</param>
public sealed record Follow(string Path, FollowMode Mode)
{
    /// <summary>The relationship that holds the followed field: <c>Opportunity__r.Account</c> of <c>Opportunity__r.Account.Name</c>.</summary>
    public string Holder => Path[..Path.LastIndexOf('.')];
}
