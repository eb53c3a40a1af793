using Microsoft.Extensions.Options;
using Quartz;

namespace SyncWorker.Scheduling;

/// <summary>Each schedule is an interval of at least a tenth of a second, or a cron expression.</summary>
internal sealed class ValidateScheduleOptions : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        var problems = options.All().Where(s => !IsInterval(s.Schedule) && !CronExpression.TryParse(s.Schedule, out _))
            .Select(s => $"Schedules:{s.Pass} is '{s.Schedule}'. Write an interval such as 00:00:30, or a cron expression such as 0/30 * * * * ?.").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsInterval(string schedule) => TimeSpan.TryParse(schedule, out var interval) && interval >= TimeSpan.FromMilliseconds(100);
}
