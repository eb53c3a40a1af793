namespace SyncWorker.Remote;

/// <summary>
/// A lazy token bucket over <see cref="TimeProvider"/>: it keeps requests below a rate without a timer of its own, so that it also runs in virtual time
/// (System.Threading.RateLimiting takes no TimeProvider).
/// </summary>
/// <param name="perSecond">The sustained rate; more than 0.</param>
/// <param name="time">The clock.</param>
internal sealed class Pacer(double perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits until the next request may go. The requests leave in the order in which they asked.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellation)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var slot = _next > now ? _next : now;
            _next = slot + _interval;
            wait = slot - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
    }
}
