namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>One entry of a validation error's list.</summary>
internal sealed record Problem(string? Field, string Message, string Code);
