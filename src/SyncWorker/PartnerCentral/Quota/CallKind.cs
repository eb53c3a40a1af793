namespace SyncWorker.PartnerCentral.Quota;

/// <summary>What a call counts as: AWS keeps one quota for all reads of an account and one for all its writes.</summary>
internal enum CallKind
{
    /// <summary>A Get or a List.</summary>
    Read,

    /// <summary>Anything else.</summary>
    Write,
}
