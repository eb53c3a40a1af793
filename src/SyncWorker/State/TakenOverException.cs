namespace SyncWorker.State;

/// <summary>Another process has taken the connection over: nothing of this one is kept any more, and it must not send anything more.</summary>
/// <param name="theirs">The fence number of the process that owns the connection now.</param>
/// <param name="ours">The fence number that this process took.</param>
internal sealed class TakenOverException(long theirs, long ours)
    : Exception(FormattableString.Invariant($"Another process has taken over this connection (fence {theirs}, ours {ours}). One store is for one service: leave the younger process running."))
{
    /// <summary>The fence number of the process that owns the connection now.</summary>
    public long Theirs { get; } = theirs;

    /// <summary>The fence number that this process took.</summary>
    public long Ours { get; } = ours;
}
