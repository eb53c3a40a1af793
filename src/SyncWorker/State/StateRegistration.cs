using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SyncWorker.State;

/// <summary>The store.</summary>
internal static class StateRegistration
{
    public static IServiceCollection AddState(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<StateOptions>().BindConfiguration("State", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<StateOptions>, ValidateStateOptions>();
        return services.AddSingleton<ISyncStore>(Open);
    }

    private static SqliteStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StateOptions>>();
        try
        {
            return new SqliteStore(options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException or InvalidOperationException)
        {
            throw new UnusableStoreException(options.Value.Path, error);
        }
    }
}
