using Microsoft.Extensions.Options;

namespace SyncWorker.State;

/// <summary>The store.</summary>
internal static class StateRegistration
{
    public static IServiceCollection AddState(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<StateOptions>().BindConfiguration("State", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<StateOptions>, ValidateStateOptions>();
        return services.AddSingleton<ISyncStore, SqliteStore>();
    }
}
