namespace SyncWorker.Core.Reconciliation;

/// <summary>Why a change may not go now.</summary>
public enum HoldKind
{
    /// <summary>The place does not exist yet (no AWS summary before submission, say). Nobody needs to act.</summary>
    NotYet,

    /// <summary>A place could not be read or understood.</summary>
    Unknown,

    /// <summary>AWS is reviewing; the change goes by itself when AWS answers.</summary>
    UnderReview,

    /// <summary>AWS asked for a change; what the seller changes goes when Submit To AWS is ticked again.</summary>
    ActionRequired,

    /// <summary>AWS will never take it again: it differs, and that is no error.</summary>
    Locked,

    /// <summary>Something that AWS needs is missing or malformed.</summary>
    Missing,

    /// <summary>AWS refused it.</summary>
    Refused,

    /// <summary>Salesforce refused it, by a validation rule say.</summary>
    RefusedBySalesforce,

    /// <summary>The side cannot hold the value.</summary>
    Unwritable,

    /// <summary>An earlier write to that side may still land.</summary>
    InFlight,

    /// <summary>Another tool keeps changing it.</summary>
    AnotherTool,
}
