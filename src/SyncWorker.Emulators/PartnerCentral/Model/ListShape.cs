namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>A list of some length.</summary>
internal sealed record ListShape(int Min, int Max, Shape Item) : Shape;
