using Microsoft.Extensions.Options;
using SyncWorker.Adoption;
using SyncWorker.Auditing;
using SyncWorker.Braking;
using SyncWorker.Hosting;
using SyncWorker.PartnerCentral;
using SyncWorker.Polling;
using SyncWorker.Salesforce;
using SyncWorker.Settling;

namespace SyncWorker.Connections;

/// <summary>The engine of one connection.</summary>
internal static class ConnectionRegistration
{
    public static IServiceCollection AddConnection(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SyncOptions>().BindConfiguration("Sync", o => o.ErrorOnUnknownConfiguration = true);
        services.AddSingleton<IValidateOptions<SyncOptions>, ValidateSyncOptions>().AddSingleton<IValidateOptions<SyncOptions>, ValidateScopes>().AddSingleton<IValidateOptions<SyncOptions>, ValidateBrakes>();
        services.AddSalesforce().AddPartnerCentral();

        // The clients live as long as the connection; their sockets are renewed below them.
        services.AddSingleton<SalesforceSide>().AddSingleton<PartnerCentralSide>().AddSingleton<SolutionList>();
        services.AddSingleton<Mode>().AddSingleton<Brakes>().AddSingleton<MapTrial>().AddSingleton<Seen>().AddSingleton<OpenAcceptances>().AddSingleton<Shares>().AddSingleton<SalesforcePoll>().AddSingleton<PartnerCentralPoll>();
        services.AddSingleton<Quiet>().AddSingleton<Twins>().AddSingleton<PastedNumber>().AddSingleton<StepTaker>().AddSingleton<LostOpportunities>().AddSingleton<Settler>().AddSingleton<Alone>().AddSingleton<Parking>().AddSingleton<Drain>();
        services.AddAdoption();
        return services.AddSingleton<RightOrg>().AddSingleton<OrgFields>().AddSingleton<UsageCeiling>().AddSingleton<Connection>().AddAudit();
    }
}
