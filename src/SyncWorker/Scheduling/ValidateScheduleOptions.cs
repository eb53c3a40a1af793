using Microsoft.Extensions.Options;

namespace SyncWorker.Scheduling;

/// <summary>Each schedule is an interval or a cron expression.</summary>
internal sealed class ValidateScheduleOptions : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        var problems = options.All().Where(s => Schedule.Parse(s.Schedule) is null)
            .Select(s => $"Schedules:{s.Pass} is '{s.Schedule}'. Write an interval such as 00:00:30, or a cron expression such as 0/30 * * * * ?.").ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
