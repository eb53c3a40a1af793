using Microsoft.Extensions.Time.Testing;
using SyncWorker.Remote;

namespace SyncWorker.Tests.Remote;

public sealed class PacerTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly Pacer _pacer;

    public PacerTests() => _pacer = new Pacer(2, _clock);

    [Fact]
    public void Requests_leave_at_the_rate_and_in_their_order()
    {
        var waits = Enumerable.Range(0, 4).Select(_ => Ask()).ToArray();
        Assert.Equal([true, false, false, false], waits.Select(w => w.IsCompleted));
        Pass(500);
        Assert.Equal([true, true, false, false], waits.Select(w => w.IsCompleted));
        Pass(1000);
        Assert.All(waits, w => Assert.True(w.IsCompleted));
    }

    [Fact]
    public void What_was_not_used_is_not_made_up_for()
    {
        Ask();
        Pass(60_000);
        Assert.True(Ask().IsCompleted);
        Assert.False(Ask().IsCompleted);
    }

    [Fact]
    public void A_throttled_request_makes_all_go_at_half_the_rate()
    {
        Ask();
        _pacer.Throttled(null);
        var (first, second) = (Ask(), Ask());
        Pass(999);
        Assert.False(first.IsCompleted);
        Pass(1);
        Assert.True(first.IsCompleted);
        Pass(999);
        Assert.False(second.IsCompleted);
        Pass(1);
        Assert.True(second.IsCompleted);
    }

    [Fact]
    public void Nothing_goes_before_the_time_that_the_remote_asked_for()
    {
        _pacer.Throttled(TimeSpan.FromSeconds(7));
        var next = Ask();
        Pass(6_999);
        Assert.False(next.IsCompleted);
        Pass(1);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public void Requests_that_pass_bring_the_rate_back()
    {
        _pacer.Throttled(null);
        for (var i = 0; i < 10; i++) _pacer.Passed();
        Pass(60_000);
        Ask();
        var next = Ask();
        Pass(500);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public void However_often_throttled_a_request_leaves_at_an_eighth_of_the_rate()
    {
        for (var i = 0; i < 20; i++) _pacer.Throttled(null);
        var next = Ask();
        Pass(4_000);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public void A_longer_gap_can_be_asked_for()
    {
        _ = _pacer.WaitAsync(TimeSpan.FromSeconds(3), default).AsTask();
        var next = Ask();
        Pass(2_999);
        Assert.False(next.IsCompleted);
        Pass(1);
        Assert.True(next.IsCompleted);
    }

    private Task Ask() => _pacer.WaitAsync(TimeSpan.Zero, default).AsTask();

    private void Pass(int milliseconds) => _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
