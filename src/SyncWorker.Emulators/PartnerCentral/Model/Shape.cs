namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>What a value may look like, as AWS's service model says.</summary>
internal abstract record Shape;
