namespace SyncWorker.Core.Reconciliation;

/// <summary>How a row of one opportunity stands.</summary>
public enum Verdict
{
    /// <summary>The row does not flow.</summary>
    NotSynchronised,

    /// <summary>Both sides say the same.</summary>
    Agrees,

    /// <summary>A value goes across with the next settle.</summary>
    Goes,

    /// <summary>A value was sent, and it is not known yet whether it landed.</summary>
    InFlight,

    /// <summary>A value would go, and waits for something else of the deal.</summary>
    Waits,

    /// <summary>The place does not exist at AWS yet, or AWS takes the row only with another.</summary>
    NotYet,

    /// <summary>It may not go now.</summary>
    Held,

    /// <summary>AWS will never take it again: it differs, and that is no error.</summary>
    Locked,

    /// <summary>The two sides differ for a reason that is recorded, or that the map gives.</summary>
    Stands,

    /// <summary>The two sides differ, both are accounted for, and no reason is recorded: drift.</summary>
    Unexplained,
}
