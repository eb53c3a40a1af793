namespace SyncWorker.State;

/// <summary>The store cannot be opened where the settings say it is.</summary>
/// <param name="path">State:Path, as it is set.</param>
/// <param name="inner">Why not.</param>
internal sealed class UnusableStoreException(string path, Exception inner)
    : Exception($"State:Path {path} cannot be used: {inner.Message} Set it to a file on a volume that the worker may write to.", inner);
