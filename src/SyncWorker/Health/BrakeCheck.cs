using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.State;

namespace SyncWorker.Health;

/// <summary>Degraded while a brake stops the connection from writing.</summary>
internal sealed class BrakeCheck(ISyncStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await store.ConnectionAsync(cancellationToken)).Brake is { } brake ? HealthCheckResult.Degraded(brake.Words) : HealthCheckResult.Healthy();
}
