using Microsoft.Extensions.Options;
using Quartz;
using SyncWorker.Health;

namespace SyncWorker.Scheduling;

/// <summary>Quartz with its schedules in memory: which passes run when is in the settings, and what is due is in the store.</summary>
internal static class SchedulingRegistration
{
    public static IServiceCollection AddSchedules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<ScheduleOptions>().Bind(configuration.GetSection("Schedules"), o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ValidateScheduleOptions>();
        services.AddSingleton<Passes>().AddSingleton<Ownership>();
        services.AddQuartz(quartz => quartz.UseInMemoryStore());
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services.AddHostedService<Scheduler>();
    }
}
