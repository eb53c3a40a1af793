namespace SyncWorker.Core.Mapping;

/// <summary>How long a row follows the path it names.</summary>
public enum FollowMode
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Until AWS approves the opportunity; from then on the co-sell field stands alone.</summary>
    UntilApproved,

    /// <summary>Once: it fills an empty co-sell field and is then left alone.</summary>
    Once,
}
