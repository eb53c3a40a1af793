using SyncWorker.Scheduling;

namespace SyncWorker.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 10, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:30", "2026-11-23T09:00:40Z")]
    [InlineData("00:00:00.5", "2026-11-23T09:00:10.5Z")]
    [InlineData("1.00:00:00", "2026-11-24T09:00:10Z")]
    [InlineData("0/30 * * * * ?", "2026-11-23T09:00:30Z")]
    [InlineData("0 0 2 * * ?", "2026-11-24T02:00:00Z")]
    public void The_next_run_is_told(string schedule, string next) => Assert.Equal(DateTimeOffset.Parse(next), Schedule.Parse(schedule)!.After(Now));

    [Fact]
    public void A_cron_expression_is_in_utc_wherever_the_worker_runs() => Assert.Equal(TimeZoneInfo.Utc, Schedule.Parse("0 0 2 * * ?")!.Cron!.TimeZone);

    [Fact]
    public void A_cron_expression_may_end() => Assert.Null(Schedule.Parse("0 0 0 1 1 ? 2020")!.After(Now));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("30")]
    [InlineData("00:00:00")]
    [InlineData("1.00:00:01")]
    [InlineData("0/30 * * * * ? and more")]
    public void What_is_none_is_none(string? schedule) => Assert.Null(Schedule.Parse(schedule));
}
