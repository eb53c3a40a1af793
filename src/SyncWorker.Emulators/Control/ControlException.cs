namespace SyncWorker.Emulators.Control;

/// <summary>A request that the controls cannot carry out, with the status to answer.</summary>
internal sealed class ControlException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static ControlException NotFound(string what) => new(404, "NOT_FOUND", $"There is no {what}.");
}
