namespace SyncWorker.Simulation.Worlds;

/// <summary>The clock of one of the two systems, which need not agree with the worker's.</summary>
internal sealed class SkewedClock(TimeProvider ours, TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => ours.GetUtcNow() + ahead;

    public override long GetTimestamp() => ours.GetTimestamp();

    public override long TimestampFrequency => ours.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => ours.CreateTimer(callback, state, dueTime, period);
}
