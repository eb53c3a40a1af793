namespace SyncWorker.Simulation.Faults;

/// <summary>What a commit keeps.</summary>
internal enum StorePoint
{
    /// <summary>A new link.</summary>
    Link,

    /// <summary>A create, submit or accept that was decided.</summary>
    Intent,

    /// <summary>That it is about to be sent.</summary>
    Sending,

    /// <summary>The identities that a step brought.</summary>
    Identity,

    /// <summary>What an update is about to send, with the values that lose.</summary>
    Sent,

    /// <summary>What was accounted for.</summary>
    Baseline,

    /// <summary>Marks, and their clearing.</summary>
    Due,

    /// <summary>How far a side was read.</summary>
    Watermark,

    /// <summary>The calls that were counted.</summary>
    Quota,

    /// <summary>What is remembered of the connection as a whole.</summary>
    Connection,

    /// <summary>Which process owns the connection.</summary>
    Owner,
}
