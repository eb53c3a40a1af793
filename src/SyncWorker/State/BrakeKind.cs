namespace SyncWorker.State;

/// <summary>What a brake holds for.</summary>
internal enum BrakeKind
{
    /// <summary>A side that held records is suddenly empty, or shows far fewer of them.</summary>
    EmptySide,

    /// <summary>A large share of the links changed in one poll.</summary>
    ManyChanges,

    /// <summary>A plan blanks many fields of one opportunity.</summary>
    ManyBlanks,

    /// <summary>The first run by a changed field map would write much.</summary>
    ChangedMap,

    /// <summary>Another tool keeps setting fields back on several records.</summary>
    AnotherTool,
}
