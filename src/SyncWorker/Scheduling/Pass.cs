namespace SyncWorker.Scheduling;

/// <summary>What runs on a schedule.</summary>
internal enum Pass
{
    /// <summary>Finds what changed in Salesforce.</summary>
    PollSalesforce,

    /// <summary>Finds what changed in Partner Central.</summary>
    PollPartnerCentral,

    /// <summary>Settles what is due.</summary>
    Drain,

    /// <summary>Looks at what changes without a date.</summary>
    Sweep,

    /// <summary>Compares both sides for every link.</summary>
    Audit,
}
