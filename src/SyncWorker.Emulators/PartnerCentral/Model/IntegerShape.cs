namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>A whole number within bounds.</summary>
internal sealed record IntegerShape(int Min, int Max) : Shape;
