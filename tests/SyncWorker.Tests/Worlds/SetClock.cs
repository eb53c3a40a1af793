namespace SyncWorker.Tests.Worlds;

/// <summary>A clock that somebody sets, forward or back, while another one runs on.</summary>
internal sealed class SetClock(TimeProvider running) : TimeProvider
{
    /// <summary>How far it is ahead of the other.</summary>
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => running.GetUtcNow() + Ahead;

    public override long GetTimestamp() => running.GetTimestamp();

    public override long TimestampFrequency => running.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => running.CreateTimer(callback, state, dueTime, period);
}
