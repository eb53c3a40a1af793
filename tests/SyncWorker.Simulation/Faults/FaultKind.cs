namespace SyncWorker.Simulation.Faults;

/// <summary>How a call of the worker can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>Nobody listens.</summary>
    Refused,

    /// <summary>The name is not known.</summary>
    NameUnknown,

    /// <summary>Nobody answers the attempt to connect.</summary>
    ConnectTimeout,

    /// <summary>No answer in time; nothing was carried out.</summary>
    TimeoutBefore,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The system is down.</summary>
    Unavailable,

    /// <summary>The answer is cut off.</summary>
    Truncated,

    /// <summary>Somebody in between answers with a page, and with success.</summary>
    Html,

    /// <summary>An answer that nobody would want to hold.</summary>
    Oversize,

    /// <summary>The session or the credentials are over.</summary>
    Expired,

    /// <summary>The day's calls are used up.</summary>
    LimitReached,

    /// <summary>The answer points elsewhere.</summary>
    Redirected,

    /// <summary>The process dies before the call is sent.</summary>
    KilledBefore,

    /// <summary>The process dies after the call was carried out.</summary>
    KilledAfter,

    /// <summary>The process stands still for a minute while the call is under way.</summary>
    Stopped,

    /// <summary>Carried out; the answer is lost.</summary>
    LostAnswer,

    /// <summary>Carried out after the worker gave it up.</summary>
    Late,

    /// <summary>Carried out twice.</summary>
    Twice,

    /// <summary>Carried out; the answer says that the system failed.</summary>
    FailedAfter,

    /// <summary>The worker's clock is set, some minutes to or fro.</summary>
    ClockSet,

    /// <summary>Somebody saves the record just before; where a call has no such guard, it is refused as in conflict with another.</summary>
    Stale,
}
