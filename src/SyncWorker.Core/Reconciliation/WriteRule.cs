namespace SyncWorker.Core.Reconciliation;

/// <summary>Which rule decided that something is written: the cause that the journal keeps with each write. Stored by name, so a name is never given another meaning.</summary>
public enum WriteRule
{
    /// <summary>Only the other side moved: its value goes across, whatever the dates.</summary>
    OneSideMoved,

    /// <summary>Both sides moved, differently, and the later Last Modified Date won.</summary>
    LaterDate,

    /// <summary>Both sides moved, differently, within the same second: the side that the options name won.</summary>
    SameSecond,

    /// <summary>Both sides moved, differently, and AWS will never take the row again: its value stands.</summary>
    LockedByAws,

    /// <summary>A conflict was decided before, and its winner is delivered now.</summary>
    Decided,

    /// <summary>One side owns the row.</summary>
    Owner,

    /// <summary>Both sides get the merged list.</summary>
    Merged,

    /// <summary>A blank in Salesforce never clears what AWS holds of the row.</summary>
    KeptAtAws,

    /// <summary>The co-sell field shows what the row follows.</summary>
    Follows,

    /// <summary>Nothing speaks for the empty co-sell field any more: it says itself what AWS holds.</summary>
    LeftEmpty,

    /// <summary>Everything that has a value goes into the new opportunity.</summary>
    NewAtAws,

    /// <summary>What AWS tells of a referral is shown.</summary>
    Referral,

    /// <summary>Share With AWS makes a draft.</summary>
    Shared,

    /// <summary>An opportunity in Partner Central has no co-sell record yet.</summary>
    MadeAtAws,

    /// <summary>Submit To AWS is ticked and every requirement is met.</summary>
    SubmitTicked,

    /// <summary>The settings submit such deals once every requirement is met.</summary>
    SubmitInScope,

    /// <summary>The seller's Referral Decision.</summary>
    ReferralDecision,

    /// <summary>The settings accept such referrals.</summary>
    AcceptInScope,

    /// <summary>What the worker itself tells on the co-sell record.</summary>
    Bookkeeping,
}
