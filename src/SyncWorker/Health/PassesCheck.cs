using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Scheduling;

namespace SyncWorker.Health;

/// <summary>Ready once both sides have been polled; degraded while the last run of a pass failed.</summary>
internal sealed class PassesCheck(Passes passes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = passes.Last;
        if (!last.ContainsKey(Pass.PollSalesforce) || !last.ContainsKey(Pass.PollPartnerCentral)) return Task.FromResult(HealthCheckResult.Unhealthy("the first polls are still to come"));
        var problems = last.Where(p => p.Value.Problem is not null).Select(p => $"{p.Key}: {p.Value.Problem}").ToArray();
        return Task.FromResult(problems.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", problems)));
    }
}
