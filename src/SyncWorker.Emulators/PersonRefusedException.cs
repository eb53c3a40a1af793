namespace SyncWorker.Emulators;

/// <summary>The emulated system refused what a person tried to do in it.</summary>
/// <param name="code">The system's own error code.</param>
/// <param name="message">The system's own words.</param>
public sealed class PersonRefusedException(string code, string message) : Exception(message)
{
    /// <summary>The system's own error code.</summary>
    public string Code { get; } = code;
}
