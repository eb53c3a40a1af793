using System.Collections.Concurrent;

namespace SyncWorker.Remote;

/// <summary>How often each operation of either API went well since the process started: it tells an outage from what fails for one opportunity alone.</summary>
internal sealed class Answered
{
    private readonly ConcurrentDictionary<(string Api, string Operation), long> _well = new();

    /// <summary>An operation went well.</summary>
    public void Well(string api, string operation) => _well.AddOrUpdate((api, operation), 1, (_, before) => before + 1);

    /// <summary>How often that went well which failed now.</summary>
    public long Of(RemoteException failed) => _well.GetValueOrDefault((failed.Api, failed.Operation));
}
