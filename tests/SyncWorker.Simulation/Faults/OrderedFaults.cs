namespace SyncWorker.Simulation.Faults;

/// <summary>Faults as they are ordered: each at a certain occurrence of its point, once.</summary>
/// <param name="orders">What goes wrong, where, and at which occurrence, counted from 1. The next one begins to count when the one before has happened.</param>
internal sealed class OrderedFaults(params IReadOnlyList<FaultOrder> orders) : IFaults
{
    private int _at;
    private int _seen;

    /// <summary>Whether all of them happened.</summary>
    public bool HaveHappened => _at == orders.Count;

    public FaultKind? Of(Call call) => IsNow(o => o.Call == call.Point) is { Kind: var kind } ? kind : null;

    public StoreFaultKind? Of(StorePoint point) => IsNow(o => o.Commit == point) is { StoreKind: var kind } ? kind : null;

    private FaultOrder? IsNow(Func<FaultOrder, bool> isThere)
    {
        if (HaveHappened || !isThere(orders[_at]) || ++_seen < orders[_at].Occurrence) return null;
        _seen = 0;
        return orders[_at++];
    }
}
