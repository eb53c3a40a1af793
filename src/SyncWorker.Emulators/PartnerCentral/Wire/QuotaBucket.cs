namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>So many requests a second, and so many in any 24 hours; the numbers may change while it runs.</summary>
internal sealed class QuotaBucket(Func<int> perSecond, Func<int> perDay, DateTimeOffset start)
{
    private readonly Queue<DateTimeOffset> _day = new();
    private double _tokens = perSecond();
    private DateTimeOffset _filled = start;

    public bool TryTake(DateTimeOffset now)
    {
        _tokens = Math.Min(perSecond(), _tokens + (now - _filled).TotalSeconds * perSecond());
        _filled = now;
        while (_day.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromDays(1)) _day.Dequeue();

        // A refilled token may fall short of one by rounding.
        if (_tokens < 1 - 1e-6 || _day.Count >= perDay()) return false;
        _tokens -= 1;
        _day.Enqueue(now);
        return true;
    }
}
