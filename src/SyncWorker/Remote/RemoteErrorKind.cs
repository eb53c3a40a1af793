namespace SyncWorker.Remote;

/// <summary>What an error of either API means to the worker. Kinds drive behaviour; codes and statuses do not.</summary>
internal enum RemoteErrorKind
{
    /// <summary>It may work later: tried again with growing delay.</summary>
    Transient,

    /// <summary>A quota is used up: nothing more goes for a while.</summary>
    Throttled,

    /// <summary>The record changed since it was read: read again and decide anew.</summary>
    Stale,

    /// <summary>Refused for certain because of what was sent; the same is not sent again.</summary>
    Rejected,

    /// <summary>The worker itself is not let in: a matter of configuration.</summary>
    Unauthorised,

    /// <summary>There is no such thing, or it is not ours to see.</summary>
    Missing,
}
