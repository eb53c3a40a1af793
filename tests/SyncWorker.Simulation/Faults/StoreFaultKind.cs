namespace SyncWorker.Simulation.Faults;

/// <summary>How a commit can go wrong.</summary>
internal enum StoreFaultKind
{
    /// <summary>It fails and is not kept.</summary>
    FailedBefore,

    /// <summary>It is kept, and the acknowledgement is lost.</summary>
    LostAcknowledgement,

    /// <summary>Another transaction was faster.</summary>
    Serialization,

    /// <summary>The disk is full, for some time.</summary>
    DiskFull,

    /// <summary>The store is away, for some time.</summary>
    Restarting,

    /// <summary>The process dies before it.</summary>
    KilledBefore,

    /// <summary>The process dies after it.</summary>
    KilledAfter,

    /// <summary>The process stands still just before it or just after it, another one takes the connection over and works, and then the first goes on.</summary>
    Stopped,
}
