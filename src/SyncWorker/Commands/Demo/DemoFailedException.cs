namespace SyncWorker.Commands.Demo;

/// <summary>The demo did not come out as it must.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
