namespace SyncWorker.Remote;

/// <summary>
/// A lazy token bucket over <see cref="TimeProvider"/>: it keeps requests below a rate without a timer of its own, so that it also runs in virtual time
/// (System.Threading.RateLimiting takes no TimeProvider). A throttled answer slows down everybody who shares it; answers that are not bring it back bit by bit.
/// </summary>
/// <param name="perSecond">The sustained rate; more than 0.</param>
/// <param name="time">The clock.</param>
internal sealed class Pacer(double perSecond, TimeProvider time)
{
    // An eighth of the rate is slow enough for any quota that somebody else shares.
    private const double SlowestFactor = 8;
    private const double Recovery = 0.9;

    private readonly Lock _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private double _slower = 1;

    /// <summary>Waits until the next request may go. The requests leave in the order in which they asked.</summary>
    /// <param name="atLeast">How long the one after it waits at least.</param>
    /// <param name="cancellation">Gives the turn up.</param>
    public async ValueTask WaitAsync(TimeSpan atLeast, CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var slot = _next > now ? _next : now;
            var interval = _interval * _slower;
            _next = slot + (interval > atLeast ? interval : atLeast);
            wait = slot - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
    }

    /// <summary>A request was throttled: nothing goes for a while, and then at half the rate.</summary>
    /// <param name="pause">How long the remote asked to wait; null where it did not say.</param>
    public void Throttled(TimeSpan? pause)
    {
        lock (_gate)
        {
            _slower = Math.Min(_slower * 2, SlowestFactor);
            var earliest = time.GetUtcNow() + (pause ?? _interval * _slower);
            if (earliest > _next) _next = earliest;
        }
    }

    /// <summary>A request was not throttled.</summary>
    public void Passed()
    {
        lock (_gate) _slower = Math.Max(1, _slower * Recovery);
    }
}
