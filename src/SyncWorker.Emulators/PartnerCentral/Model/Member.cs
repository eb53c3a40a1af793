namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>A member of a structure.</summary>
internal sealed record Member(string Name, bool Required, Shape Shape);
