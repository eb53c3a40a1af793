namespace SyncWorker.Salesforce;

/// <summary>What a sign-in gave.</summary>
/// <param name="AccessToken">The bearer token; never logged.</param>
/// <param name="InstanceUrl">Where records are; on the pinned host.</param>
internal sealed record Token(string AccessToken, Uri InstanceUrl);
