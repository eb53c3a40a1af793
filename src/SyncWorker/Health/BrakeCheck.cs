using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.State;

namespace SyncWorker.Health;

/// <summary>Degraded while a brake stops the connection from writing, or a poll that may end in one.</summary>
internal sealed class BrakeCheck(ISyncStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => await store.ConnectionAsync(cancellationToken) switch
    {
        { Brake: { } brake } => HealthCheckResult.Degraded(brake.Words),
        { IsLive: true, WhyNothingIsWritten: { } why } => HealthCheckResult.Degraded($"Nothing is written now: {why}"),
        _ => HealthCheckResult.Healthy(),
    };
}
