namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>A text of some length, with a pattern that it matches as a whole.</summary>
internal sealed record TextShape(int Min, int Max, JavaPattern? Pattern) : Shape;
