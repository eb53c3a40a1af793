namespace SyncWorker.Simulation.Faults;

/// <summary>At some points calls go wrong in ways of their own, each by its weight; all else goes wrong as the others have it.</summary>
internal sealed class FaultsAt(Chance chance, IFaults others, CallPoint[] points, params (int, FaultKind?)[] kinds) : IFaults
{
    public FaultKind? Of(Call call) => points.Contains(call.Point) ? chance.Weighted(kinds) : others.Of(call);

    public StoreFaultKind? Of(StorePoint point) => others.Of(point);
}
