namespace SyncWorker.Emulators;

/// <summary>A clock that runs with another one and can be set ahead of it. Timers stay with the other clock.</summary>
/// <param name="underlying">The clock it runs with.</param>
public sealed class EmulatedClock(TimeProvider underlying) : TimeProvider
{
    private long _aheadTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => underlying.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => underlying.TimestampFrequency;

    /// <summary>What the clock it runs with says, which is all that a client outside the emulated world can know.</summary>
    internal DateTimeOffset OutsideUtcNow => underlying.GetUtcNow();

    /// <summary>Sets the clock ahead; an emulated world never goes back in time.</summary>
    /// <param name="by">How far.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _aheadTicks, by.Ticks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => underlying.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc/>
    public override long GetTimestamp() => underlying.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => underlying.CreateTimer(callback, state, dueTime, period);

    /// <summary>Back to the clock it runs with.</summary>
    internal void Reset() => Interlocked.Exchange(ref _aheadTicks, 0);
}
