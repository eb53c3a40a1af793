namespace SyncWorker.Commands;

/// <summary>A verb cannot do what it was asked to, for a reason that a person can read and act on.</summary>
/// <param name="message">What is in the way, and what to do.</param>
internal sealed class VerbFailedException(string message) : Exception(message);
