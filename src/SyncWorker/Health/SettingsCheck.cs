using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Hosting;

namespace SyncWorker.Health;

/// <summary>Degraded while the settings say something that could not be taken and the last good ones run on.</summary>
internal sealed class SettingsCheck(RefusedSettings refused) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(refused.Problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", refused.Problems)));
}
