namespace SyncWorker.Salesforce.Describes;

/// <summary>What becomes of a row whose field does not fit.</summary>
internal enum FindingEffect
{
    /// <summary>It is told; values that do not fit are held one by one.</summary>
    Told,

    /// <summary>The row is not synchronised, and the others are.</summary>
    Disables,

    /// <summary>Without the field nothing can be synchronised.</summary>
    Stops,
}
