namespace SyncWorker.Salesforce.SignIn;

/// <summary>What a sign-in gave.</summary>
/// <param name="AccessToken">The bearer token; never logged.</param>
/// <param name="InstanceUrl">Where records are; on a trusted host.</param>
/// <param name="Org">The org's id, where the answer names it.</param>
internal sealed record Token(string AccessToken, Uri InstanceUrl, OrgId? Org)
{
    /// <summary>A record's own words would hold the token.</summary>
    public override string ToString() => $"a token for {InstanceUrl}";
}
