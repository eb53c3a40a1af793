namespace SyncWorker.State;

/// <summary>What goes first: the order of value in which writes to Partner Central are spent.</summary>
internal static class Priority
{
    /// <summary>A referral, which expires without an answer.</summary>
    public const int Referral = 3;

    /// <summary>A submission, first or fresh.</summary>
    public const int Submission = 2;

    /// <summary>A stage that moved, or a close.</summary>
    public const int Stage = 1;

    /// <summary>Any other edit.</summary>
    public const int Edit = 0;

    /// <summary>A look at what may have changed without a date.</summary>
    public const int Sweep = -1;
}
