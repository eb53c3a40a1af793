using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Connections;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Health;

/// <summary>Not ready while Salesforce refuses the sign-in, or it led to an org in which nothing may be written; degraded while fields of the org do not fit the map.</summary>
internal sealed class OrgCheck(TokenSource tokens, RightOrg org, OrgFields fields) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        (tokens.Problem ?? org.Problem ?? fields.Problem) is { } problem ? HealthCheckResult.Unhealthy(problem)
        : fields.Findings.Count > 0 ? HealthCheckResult.Degraded(string.Join(" · ", fields.Findings)) : HealthCheckResult.Healthy());
}
