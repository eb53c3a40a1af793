namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Anything at all: members that the emulator does not look into.</summary>
internal sealed record AnyShape : Shape;
