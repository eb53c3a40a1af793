namespace SyncWorker.Core.Reconciliation;

/// <summary>Why a value went to the journal.</summary>
public enum JournalCause
{
    /// <summary>The other side's Last Modified Date was later.</summary>
    LaterDateWon,

    /// <summary>The other side owns the row.</summary>
    OwnerWon,

    /// <summary>What the row follows changed.</summary>
    FollowedChanged,

    /// <summary>AWS has locked the row, so its value stands.</summary>
    LockedByAws,

    /// <summary>A blank that cannot stand against a value whose write was not confirmed, where empty means "follow", or where nothing was accounted for before.</summary>
    Blank,

    /// <summary>It could not be told whether our write landed.</summary>
    Unconfirmed,

    /// <summary>The sides differed when a person adopted the opportunity, or since one made something else of what it got, and the other side's value goes across now.</summary>
    StoodApart,

    /// <summary>AWS takes it only beside a value of another member, which a seller changed.</summary>
    ClearedBeside,

    /// <summary>An operator restored another value.</summary>
    Restored,
}
