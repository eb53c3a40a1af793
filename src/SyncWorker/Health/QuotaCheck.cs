using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.PartnerCentral.Quota;

namespace SyncWorker.Health;

/// <summary>Degraded while calls to Partner Central are put off because the share of 24 hours is used up, or AWS asked to wait.</summary>
internal sealed class QuotaCheck(AccountQuotas quotas, TimeProvider time) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] problems = [.. quotas.All.Where(q => q.PutOffUntil > time.GetUtcNow()).Select(Words)];
        return Task.FromResult(problems.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", problems)));
    }

    private static string Words(CallQuota quota) =>
        $"{quota.Kind}s to Partner Central are put off until {quota.PutOffUntil:yyyy-MM-dd HH:mm:ss} UTC: {quota.Used} of a share of {quota.Share} in 24 hours are used, or AWS asked to wait";
}
