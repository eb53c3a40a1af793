namespace SyncWorker.Simulation.Faults;

/// <summary>The store could not do what it was asked, or its answer was lost.</summary>
internal sealed class StoreFailedException(string what) : Exception(what);
