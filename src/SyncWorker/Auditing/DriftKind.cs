namespace SyncWorker.Auditing;

/// <summary>What an audit finds.</summary>
internal enum DriftKind
{
    /// <summary>The two sides differ in a row, both are accounted for, and no reason is recorded.</summary>
    Unexplained,

    /// <summary>A row moved some time ago, and nobody marked the link due.</summary>
    NotMarked,

    /// <summary>A write or a step is open, and the link is not due.</summary>
    OpenWrite,

    /// <summary>The co-sell record is gone, or was never made.</summary>
    RecordMissing,

    /// <summary>The opportunity is gone in Partner Central, or not shown.</summary>
    OpportunityMissing,

    /// <summary>The link joins nothing: neither side has a record of the deal.</summary>
    LinkToNothing,

    /// <summary>A co-sell record that no link knows.</summary>
    RecordWithoutLink,

    /// <summary>An opportunity in Partner Central that no link knows.</summary>
    OpportunityWithoutLink,
}
