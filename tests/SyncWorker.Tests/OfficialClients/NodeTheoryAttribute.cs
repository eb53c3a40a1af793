namespace SyncWorker.Tests.OfficialClients;

/// <summary>Skipped, saying why, where Node or the clients' packages cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodePackages.Missing;
}
