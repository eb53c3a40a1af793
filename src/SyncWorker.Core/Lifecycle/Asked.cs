namespace SyncWorker.Core.Lifecycle;

/// <summary>When AWS looks at a requirement.</summary>
[Flags]
internal enum Asked
{
    /// <summary>Before an opportunity is created and submitted: the whole of it is asked before the first write.</summary>
    Submission = 1,

    /// <summary>At each update, which always carries the whole opportunity.</summary>
    Update = 2,

    /// <summary>Every time.</summary>
    Always = Submission | Update,
}
