using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>The last write of ours to one row on one side, remembered for a day: whoever sets such a row back again and again is no person but another tool.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="To">The side that was written.</param>
/// <param name="Was">The canonical value that stood there before; null when empty.</param>
/// <param name="At">When it was written.</param>
public sealed record OurWrite(string Row, Side To, string? Was, DateTimeOffset At)
{
    /// <summary>Whether what we wrote last was set back: it counts once.</summary>
    public bool IsSetBack { get; init; }

    /// <summary>When one of our writes was set back last; null while none was.</summary>
    public DateTimeOffset? SetBackAt { get; init; }

    /// <summary>Why the row is held; null while it is not.</summary>
    public ToolHold? Held { get; init; }
}
