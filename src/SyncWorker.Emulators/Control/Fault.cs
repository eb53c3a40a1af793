namespace SyncWorker.Emulators.Control;

/// <summary>An order for calls to go wrong: which, how, and how many times.</summary>
internal sealed record Fault(string Api, string? Operation, FaultKind Kind, int Times)
{
    /// <summary>Partner Central's calls go by their operation's name, Salesforce's by method and path.</summary>
    public bool Hits(string api, string operation) => Api == api && (Operation is null || operation.Contains(Operation, StringComparison.OrdinalIgnoreCase));
}
