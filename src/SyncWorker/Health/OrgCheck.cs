using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Connections;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Health;

/// <summary>
/// Not ready while Salesforce refuses the sign-in, or it led to an org in which nothing may be written; degraded while some fields of the org do not fit the map, or too much of its API is used.
/// </summary>
internal sealed class OrgCheck(TokenSource tokens, RightOrg org, OrgFields fields, UsageCeiling ceiling) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if ((tokens.Problem ?? org.Problem ?? fields.Problem) is { } stopped) return Task.FromResult(HealthCheckResult.Unhealthy(stopped));
        string[] problems = [.. ceiling.Problem is { } above ? [above] : Array.Empty<string>(), .. fields.Findings.Select(f => f.ToString())];
        return Task.FromResult(problems.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", problems)));
    }
}
