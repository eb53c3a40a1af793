using Microsoft.Extensions.Options;
using SyncWorker.Adoption;
using SyncWorker.Health;
using SyncWorker.PartnerCentral;
using SyncWorker.Salesforce;
using SyncWorker.Scheduling;
using SyncWorker.State;

namespace SyncWorker.Hosting;

/// <summary>Every section of the settings, in one place: what is not here is refused as unknown.</summary>
internal static class SettingsRegistration
{
    public static IServiceCollection AddSettings(this IServiceCollection services, SettingsFile file)
    {
        services.AddSingleton(file).AddSingleton<RefusedSettings>();
        return services
            .AddSection<SalesforceOptions>("Salesforce")
            .AddSection<PartnerCentralOptions>("PartnerCentral")
            .AddSection<SyncOptions>("Sync")
            .AddSection<AdoptOptions>("Adopt")
            .AddSection<ScheduleOptions>("Schedules")
            .AddSection<StateOptions>("State")
            .AddSection<OperationsOptions>("Operations");
    }

    /// <summary>Everything wrong with the settings as they stand: the file, then each section.</summary>
    public static IReadOnlyList<string> SettingsProblems(this IServiceProvider services)
    {
        ISettingsSection[] sections = [.. services.GetServices<ISettingsSection>()];
        return [.. services.GetRequiredService<SettingsFile>().Problems(sections.Select(s => s.Name)), .. sections.SelectMany(s => s.Problems())];
    }

    private static IServiceCollection AddSection<T>(this IServiceCollection services, string name)
        where T : class, new()
    {
        services.AddSingleton(s => new SettingsSection<T>(name, s.GetRequiredService<IConfiguration>(), s.GetServices<IValidateOptions<T>>()));
        services.AddSingleton<ISettingsSection>(s => s.GetRequiredService<SettingsSection<T>>());
        return services.AddSingleton<IOptionsMonitor<T>, LastGoodOptions<T>>();
    }
}
