namespace SyncWorker.Tests.Scenarios;

/// <summary>A scenario did not come out as its file says, or its file cannot be read.</summary>
internal sealed class ScenarioFailedException(string message, Exception? cause = null) : Exception(message, cause);
