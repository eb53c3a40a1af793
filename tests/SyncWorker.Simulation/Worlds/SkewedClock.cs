namespace SyncWorker.Simulation.Worlds;

/// <summary>A clock that need not agree with the others: that of one of the two systems, or the worker's.</summary>
internal sealed class SkewedClock(TimeProvider ours, TimeSpan ahead) : TimeProvider
{
    /// <summary>How far it is ahead; it may be set.</summary>
    public TimeSpan Ahead { get; set; } = ahead;

    public override DateTimeOffset GetUtcNow() => ours.GetUtcNow() + Ahead;

    public override long GetTimestamp() => ours.GetTimestamp();

    public override long TimestampFrequency => ours.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => ours.CreateTimer(callback, state, dueTime, period);
}
