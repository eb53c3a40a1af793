namespace SyncWorker.Simulation.Worlds;

/// <summary>The worker's process is dead. Whatever its code still tries ends here.</summary>
internal sealed class ProcessEndedException() : OperationCanceledException("the process ended");
