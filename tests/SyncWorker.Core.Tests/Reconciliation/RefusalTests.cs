using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Tests.Reconciliation;

public sealed class RefusalTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 16)]
    [InlineData(6, 24)]
    [InlineData(40, 24)]
    public void A_refusal_stands_for_an_hour_then_twice_as_long_each_time_up_to_a_day(int times, int hours)
    {
        var refusal = new Refusal("Offer", "Name a date.", At, times);
        Assert.True(refusal.Stands(At.AddHours(hours).AddSeconds(-1)));
        Assert.False(refusal.Stands(At.AddHours(hours)));
    }
}
