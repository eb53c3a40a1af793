using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SyncWorker.Scheduling;

namespace SyncWorker.Health;

/// <summary>Ready once both sides have been polled; degraded while the last run of a pass failed, or one is long overdue.</summary>
internal sealed class PassesCheck(Passes passes, IOptionsMonitor<ScheduleOptions> schedules, TimeProvider time) : IHealthCheck
{
    // Passes take turns: a long drain, at one write a second, keeps the others waiting for some minutes without anything being wrong.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var last = passes.Last;
        if (!last.ContainsKey(Pass.PollSalesforce) || !last.ContainsKey(Pass.PollPartnerCentral)) return Task.FromResult(HealthCheckResult.Unhealthy("the first polls are still to come"));
        string[] problems = [.. last.Where(p => p.Value.Problem is not null).Select(p => $"{p.Key}: {p.Value.Problem}"), .. Overdue(last)];
        return Task.FromResult(problems.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(" · ", problems)));
    }

    private IEnumerable<string> Overdue(IReadOnlyDictionary<Pass, (DateTimeOffset At, string? Problem)> last) => schedules.CurrentValue.All()
        .Where(s => last.TryGetValue(s.Pass, out var run) && Schedule.Parse(s.Schedule)?.After(run.At) + Patience < time.GetUtcNow())
        .Select(s => $"{s.Pass} has not ended since {last[s.Pass].At:yyyy-MM-dd HH:mm:ss} UTC");
}
