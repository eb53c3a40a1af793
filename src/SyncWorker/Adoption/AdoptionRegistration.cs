using Microsoft.Extensions.Options;

namespace SyncWorker.Adoption;

/// <summary>Day one: what exists at AWS already is paired with Salesforce.</summary>
internal static class AdoptionRegistration
{
    public static IServiceCollection AddAdoption(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AdoptOptions>().BindConfiguration("Adopt", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<AdoptOptions>, ValidateAdoptOptions>();
        return services.AddSingleton<KnownToSalesforce>().AddSingleton<Differences>().AddSingleton<Inventory>().AddSingleton<Adopter>().AddSingleton<Decisions>().AddSingleton<AdoptList>().AddSingleton<GoLive>();
    }
}
