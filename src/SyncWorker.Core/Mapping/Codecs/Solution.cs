namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A solution that the partner registered in Partner Central.</summary>
/// <param name="Id">AWS's id, such as <c>S-0051244</c>.</param>
/// <param name="Name">The name that sellers know.</param>
/// <param name="IsActive">Whether AWS takes it for an opportunity.</param>
public sealed record Solution(string Id, string Name, bool IsActive);
