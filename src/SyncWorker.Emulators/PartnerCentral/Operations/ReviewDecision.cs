namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>What a reviewer made of a submission.</summary>
internal sealed record ReviewDecision(string Status, string? Comments, string? Reason);
