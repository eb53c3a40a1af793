namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>An ISO 8601 timestamp.</summary>
internal sealed record TimeShape : Shape;
