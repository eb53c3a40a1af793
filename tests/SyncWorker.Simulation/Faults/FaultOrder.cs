namespace SyncWorker.Simulation.Faults;

/// <summary>One fault that is to happen.</summary>
/// <param name="Call">At which kind of call; null where it is a commit.</param>
/// <param name="Kind">What becomes of the call.</param>
/// <param name="Commit">At which kind of commit; null where it is a call.</param>
/// <param name="StoreKind">What becomes of the commit.</param>
/// <param name="Occurrence">At which occurrence, counted from 1.</param>
internal sealed record FaultOrder(CallPoint? Call, FaultKind? Kind, StorePoint? Commit, StoreFaultKind? StoreKind, int Occurrence)
{
    public static FaultOrder Of(CallPoint point, FaultKind kind) => new(point, kind, null, null, 1);

    public static FaultOrder Of(StorePoint point, StoreFaultKind kind) => new(null, null, point, kind, 1);

    public override string ToString() => Call is null ? $"{Commit} {StoreKind}" : $"{Call} {Kind}";
}
