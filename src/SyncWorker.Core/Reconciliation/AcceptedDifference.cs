namespace SyncWorker.Core.Reconciliation;

/// <summary>A difference between the two sides that the journal says is meant: a target that rewrote what it got, say.</summary>
/// <param name="Why">Why it stands.</param>
/// <param name="Salesforce">Salesforce's canonical value then.</param>
/// <param name="PartnerCentral">Partner Central's canonical value then.</param>
public sealed record AcceptedDifference(string Why, string? Salesforce, string? PartnerCentral);
