namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>One of a list of values.</summary>
internal sealed record EnumShape(string Name, IReadOnlyList<string> Values) : Shape;
