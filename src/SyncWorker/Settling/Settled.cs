namespace SyncWorker.Settling;

/// <summary>How a settle ended.</summary>
/// <param name="IsDone">Nothing is left to do: the marks that were there before reading are cleared.</param>
/// <param name="NotBefore">When to look again, where the record was not quiet yet, a brake holds, or a write is still open.</param>
internal sealed record Settled(bool IsDone, DateTimeOffset? NotBefore)
{
    public static Settled Done { get; } = new(true, null);

    public static Settled Open { get; } = new(false, null);

    /// <summary>A write or a task is open: the longer nobody can tell what became of it, the later it is looked at again.</summary>
    public static Settled StillOpen(DateTimeOffset until) => new(false, until);

    /// <summary>A brake holds what would be written; a release looks again at once.</summary>
    public static Settled Braked(DateTimeOffset until) => new(false, until);

    public static Settled NotQuiet(DateTimeOffset until) => new(false, until);
}
