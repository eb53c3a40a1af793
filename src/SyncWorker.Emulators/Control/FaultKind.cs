namespace SyncWorker.Emulators.Control;

/// <summary>How a call can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>The system answers that it is down; nothing is carried out.</summary>
    Unavailable,

    /// <summary>The system answers that there were too many calls; nothing is carried out.</summary>
    Throttled,

    /// <summary>Partner Central fails inside; nothing is carried out.</summary>
    InternalError,

    /// <summary>Partner Central does not let the caller do it.</summary>
    AccessDenied,

    /// <summary>Partner Central says that the account has as much as it may have.</summary>
    QuotaExceeded,

    /// <summary>Partner Central says that the session is over.</summary>
    ExpiredToken,

    /// <summary>The call is carried out, but its answer never arrives.</summary>
    LostAnswer,

    /// <summary>The call never arrives, and neither does an answer.</summary>
    Timeout,
}
