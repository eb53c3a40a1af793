namespace SyncWorker.Simulation.Worlds;

/// <summary>
/// Virtual time, and what is to happen in it: the worker's timers too. Time passes only when somebody lets it, also within something that happens just now, which the framework's fake clock
/// does not allow.
/// </summary>
internal sealed class Timeline(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _later = new();
    private DateTimeOffset _now = start;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Plans something.</summary>
    public void After(TimeSpan wait, Action happening) => _later.Enqueue(happening, (_now + wait, _order++));

    /// <summary>Lets time pass; what is due meanwhile happens at its time.</summary>
    public void Pass(TimeSpan time)
    {
        var end = _now + time;
        while (_later.TryPeek(out _, out var due) && due.At <= end) Next();
        if (end > _now) _now = end;
    }

    /// <summary>Lets time pass until the next thing that is to happen, which happens.</summary>
    /// <returns>Whether there was one.</returns>
    public bool PassToNext()
    {
        if (_later.Count == 0) return false;
        Next();
        return true;
    }

    private void Next()
    {
        _later.TryDequeue(out var happening, out var due);
        if (due.At > _now) _now = due.At;
        happening!();
    }

    private sealed class VirtualTimer(Timeline time, Action fire) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan) time.After(dueTime, () => Fire(setting, period));
            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire(int setting, TimeSpan period)
        {
            if (setting != _setting) return;
            if (period > TimeSpan.Zero) time.After(period, () => Fire(setting, period));
            fire();
        }
    }
}
