namespace SyncWorker.Connections;

/// <summary>A pass does not run, because the connection stands still. It was logged when it came to stand.</summary>
/// <param name="reason">Why, and what to do; no record data.</param>
internal sealed class ConnectionStoppedException(string reason) : Exception(reason);
