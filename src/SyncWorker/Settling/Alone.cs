using SyncWorker.Remote;

namespace SyncWorker.Settling;

/// <summary>
/// Whether an operation that may work later fails for one opportunity alone: since it failed there last, it went well for others, at least nine times as often as it failed. During an outage it
/// fails for others too, so that an outage, even of one operation, is nobody's own failure.
/// </summary>
internal sealed class Alone(Answered answered)
{
    private const int WellPerFailure = 9;
    private readonly Dictionary<(string Api, string Operation), long> _failures = [];
    private readonly Dictionary<string, Failure> _last = [];

    /// <summary>Notes a failure of an opportunity.</summary>
    public bool Failed(string linkId, RemoteException error)
    {
        var operation = (error.Api, error.Operation);
        var now = new Failure(operation, answered.Of(error), _failures[operation] = _failures.GetValueOrDefault(operation) + 1);
        var isAlone = _last.GetValueOrDefault(linkId) is { } before && before.Operation == operation
            && now.Well > before.Well && now.Well - before.Well >= WellPerFailure * (now.Failures - before.Failures - 1);
        _last[linkId] = now;
        return isAlone;
    }

    /// <summary>An opportunity was settled.</summary>
    public void Settled(string linkId) => _last.Remove(linkId);

    private sealed record Failure((string Api, string Operation) Operation, long Well, long Failures);
}
