namespace SyncWorker.Remote;

/// <summary>A field that a refusal names.</summary>
/// <param name="Name">The field as the remote names it.</param>
/// <param name="Message">The remote's words; may hold customer data, so it goes to the seller and the journal, never to the log.</param>
/// <param name="Code">The remote's code.</param>
internal sealed record RemoteField(string Name, string Message, string Code);
