namespace SyncWorker.Simulation.Faults;

/// <summary>Most tries to make an opportunity at AWS are given up before they have done anything, or take effect later; all else goes wrong as the others have it.</summary>
internal sealed class LateCreates(Chance chance, IFaults others) : IFaults
{
    private static readonly (int, FaultKind?)[] Kinds = [(5, FaultKind.TimeoutBefore), (4, FaultKind.Late), (1, null)];

    public FaultKind? Of(Call call) => call.Point == CallPoint.Create ? chance.Weighted(Kinds) : others.Of(call);

    public StoreFaultKind? Of(StorePoint point) => others.Of(point);
}
