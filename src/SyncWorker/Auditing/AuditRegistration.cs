namespace SyncWorker.Auditing;

/// <summary>The drift audit.</summary>
internal static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<ListedSides>().AddSingleton<Auditor>().AddSingleton<Repair>();
}
