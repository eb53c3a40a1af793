namespace SyncWorker.Emulators.Control;

/// <summary>The faults that are ordered and have not happened yet.</summary>
internal sealed class FaultList
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _waiting = [];

    public void Add(Fault fault)
    {
        lock (_gate) _waiting.Add(fault);
    }

    public void Clear()
    {
        lock (_gate) _waiting.Clear();
    }

    /// <summary>The first fault that hits this call; it then has one time less to happen.</summary>
    public Fault? Take(string api, string operation)
    {
        lock (_gate)
        {
            var at = _waiting.FindIndex(fault => fault.Hits(api, operation));
            if (at < 0) return null;
            var fault = _waiting[at];
            if (fault.Times > 1) _waiting[at] = fault with { Times = fault.Times - 1 };
            else _waiting.RemoveAt(at);
            return fault;
        }
    }
}
