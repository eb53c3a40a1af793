namespace SyncWorker.Simulation.Faults;

/// <summary>Decides what goes wrong: by chance, or as ordered.</summary>
internal interface IFaults
{
    /// <summary>What becomes of a call; null where it goes well.</summary>
    FaultKind? Of(Call call);

    /// <summary>What becomes of a commit; null where it goes well.</summary>
    StoreFaultKind? Of(StorePoint point);
}
