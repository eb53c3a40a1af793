namespace SyncWorker.Core.Reconciliation;

/// <summary>What a side refused to take. The same is not sent again until it changes.</summary>
/// <param name="Fingerprint">What was refused: a row's value or a whole step.</param>
/// <param name="Words">The remote's own words.</param>
public sealed record Refusal(string Fingerprint, string Words);
