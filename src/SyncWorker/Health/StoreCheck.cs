using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.State;

namespace SyncWorker.Health;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreCheck(ISyncStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.WatermarkAsync("health", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
