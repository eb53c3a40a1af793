namespace SyncWorker.Simulation.Rows;

/// <summary>What a row's values are.</summary>
internal enum ValueKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>An amount.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of AWS's values.</summary>
    Choice,

    /// <summary>Several of AWS's values, without order.</summary>
    Set,
}
