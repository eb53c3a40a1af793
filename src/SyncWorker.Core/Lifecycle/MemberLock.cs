namespace SyncWorker.Core.Lifecycle;

/// <summary>Whether Partner Central takes a change of a member now.</summary>
public enum MemberLock
{
    /// <summary>It does.</summary>
    Open,

    /// <summary>Not until AWS has answered; then the change goes by itself.</summary>
    UnderReview,

    /// <summary>AWS asked for a change: it goes when Submit To AWS is ticked again.</summary>
    ActionRequired,

    /// <summary>Never again.</summary>
    ForGood,
}
