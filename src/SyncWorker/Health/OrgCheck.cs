using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Connections;
using SyncWorker.Salesforce.SignIn;

namespace SyncWorker.Health;

/// <summary>Not ready while Salesforce refuses the sign-in, or it led to an org in which nothing may be written.</summary>
internal sealed class OrgCheck(TokenSource tokens, RightOrg org) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((tokens.Problem ?? org.Problem) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
