using System.Globalization;
using Quartz;

namespace SyncWorker.Scheduling;

/// <summary>When a pass runs: at an interval such as <c>00:00:30</c>, or by a Quartz cron expression, in UTC wherever the worker runs.</summary>
/// <param name="Interval">The interval, where it is one.</param>
/// <param name="Cron">The cron expression, where it is one.</param>
internal sealed record Schedule(TimeSpan? Interval, CronExpression? Cron)
{
    private static readonly TimeSpan IntervalMin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan IntervalMax = TimeSpan.FromDays(1);

    /// <summary>Reads a schedule. An interval has colons: .NET would take a bare 30 for thirty days.</summary>
    /// <returns>The schedule; null where the text is none.</returns>
    public static Schedule? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval >= IntervalMin && interval <= IntervalMax ? new Schedule(interval, null) : null;
        return CronExpression.TryParse(text, out var cron) ? new Schedule(null, cron.WithTimeZone(TimeZoneInfo.Utc)) : null;
    }

    /// <summary>When it runs next after a time; null for a cron expression that has no more.</summary>
    public DateTimeOffset? After(DateTimeOffset at) => Interval is { } interval ? at + interval : Cron!.GetNextValidTimeAfter(at);

    /// <summary>The trigger. Runs that were missed while the worker was busy are not made up for: one look finds all that changed.</summary>
    public ITrigger Trigger(TriggerBuilder<IJob> trigger) => Interval is { } interval
        ? trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()).Build()
        : trigger.WithSchedule(CronScheduleBuilder.Create(Cron!)).Build();
}
