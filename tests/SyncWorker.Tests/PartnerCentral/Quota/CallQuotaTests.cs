using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.Remote;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.PartnerCentral.Quota;

public sealed class CallQuotaTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Operation Update = new("UpdateOpportunity");

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly OwnMeters _meters = new();
    private readonly CallQuota _quota;

    public CallQuotaTests() => _quota = new CallQuota(
        CallKind.Write, new Pacer(1, _clock), new Ledger("writes", 10, new MemoryStore(), _clock), 10_000, new Metrics(_meters), _clock, NullLogger<CallQuota>.Instance);

    public void Dispose()
    {
        _quota.Dispose();
        _meters.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(39)]
    public async Task A_call_is_put_off_while_more_than_twenty_seconds_are_left_of_what_AWS_asked_to_wait(int after)
    {
        Throttled(60);
        _clock.Advance(TimeSpan.FromSeconds(after));
        Assert.Equal(Start.AddSeconds(60), (await Assert.ThrowsAsync<RemoteException>(() => _quota.TakeAsync(Update, default))).RetryAt);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(59)]
    public async Task A_call_waits_for_the_rest_of_what_AWS_asked_to_wait(int after)
    {
        Throttled(60);
        _clock.Advance(TimeSpan.FromSeconds(after));
        Assert.Equal("60", await GoneAsync(1));
    }

    [Fact]
    public async Task What_waits_for_its_turn_when_AWS_asks_to_wait_goes_no_sooner_and_then_at_half_the_rate() => Assert.Equal("0 15 17", await GoneAsync(3, () => Throttled(15)));

    [Fact]
    public async Task What_waits_for_its_turn_when_AWS_asks_for_a_long_wait_is_put_off()
    {
        var late = await Assert.ThrowsAsync<RemoteException>(() => GoneAsync(2, () => Throttled(60)));
        Assert.Equal(Start.AddSeconds(60), late.RetryAt);
    }

    [Fact]
    public async Task A_shorter_wait_that_AWS_asks_for_later_cuts_no_longer_one()
    {
        Throttled(60);
        Throttled(5);
        _clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal("60", await GoneAsync(1));
    }

    private void Throttled(int seconds) => _quota.Throttled(Update, TimeSpan.FromSeconds(seconds));

    /// <summary>At which seconds calls go that ask together. Without the test's own threads, so that each goes within the clock's step.</summary>
    private Task<string> GoneAsync(int calls, Action? meanwhile = null) => Task.Run(async () =>
    {
        var gone = Task.WhenAll(Enumerable.Range(0, calls).Select(async _ =>
        {
            await _quota.TakeAsync(Update, default);
            return (_clock.GetUtcNow() - Start).TotalSeconds;
        }));
        meanwhile?.Invoke();
        for (var step = 0; step < 1000 && !gone.IsCompleted; step++) _clock.Advance(TimeSpan.FromMilliseconds(100));
        return string.Join(' ', await gone);
    });
}
