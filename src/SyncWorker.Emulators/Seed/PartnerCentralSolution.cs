namespace SyncWorker.Emulators.Seed;

/// <summary>A solution that the partner registered.</summary>
internal sealed record PartnerCentralSolution(string Id, string Name, string Category, string Status, string CreatedDate);
