namespace SyncWorker.Simulation.Faults;

/// <summary>Most updates are refused because there were too many, or take effect long after they were given up; all else goes wrong as the others have it.</summary>
internal sealed class LateUpdates(Chance chance, IFaults others) : IFaults
{
    private static readonly (int, FaultKind?)[] Kinds = [(3, FaultKind.Throttled), (4, FaultKind.Late), (3, null)];

    public FaultKind? Of(Call call) => call.Point is CallPoint.Update or CallPoint.SalesforceUpdate or CallPoint.SalesforceUpdates ? chance.Weighted(Kinds) : others.Of(call);

    public StoreFaultKind? Of(StorePoint point) => others.Of(point);
}
