using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Hosting;

namespace SyncWorker.Health;

/// <summary>Degraded while the files say something that could not be taken and the last good map runs on.</summary>
internal sealed class MapCheck(MapHolder maps) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(maps.Findings.IsEmpty ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", maps.Findings.Select(f => f.ToString()))));
}
