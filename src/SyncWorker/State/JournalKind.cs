namespace SyncWorker.State;

/// <summary>What a line of the journal tells of. The words are stored, so one is never given another meaning.</summary>
internal static class JournalKind
{
    /// <summary>A conflict was decided.</summary>
    public const string Decision = "decision";

    /// <summary>Such a decision was taken back before it was delivered: the other side's edit flows after all.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>A value lost. It can be restored.</summary>
    public const string Loser = "loser";

    /// <summary>Something is about to be written, with the cause of each row. Kept before it is sent: whatever lands has such a line.</summary>
    public const string Sending = "sending";

    /// <summary>It was taken, and read back.</summary>
    public const string Write = "write";

    /// <summary>The two sides differ in a row on purpose: the target made something else of what it took, say.</summary>
    public const string Stands = "stands";

    /// <summary>It was refused for certain, in the remote's own words.</summary>
    public const string Refused = "refused";

    /// <summary>It was not taken, because the target had changed since it was read.</summary>
    public const string Stale = "stale";

    /// <summary>It was not carried out for certain.</summary>
    public const string Failed = "failed";

    /// <summary>No answer came: it may land or not, and is looked for.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>An opportunity that was made without our knowing its number was found.</summary>
    public const string Found = "found";

    /// <summary>A row, or the whole record, may not go now.</summary>
    public const string Hold = "hold";

    /// <summary>What was held is held no more.</summary>
    public const string HoldEnded = "hold ended";

    /// <summary>An operator puts a losing value back.</summary>
    public const string Restore = "restore";

    /// <summary>An audit found drift, or an operator had it repaired.</summary>
    public const string Audit = "audit";

    /// <summary>An opportunity that existed at AWS was adopted, or a person decided anew about it before the connection went live.</summary>
    public const string Adopted = "adopted";
}
