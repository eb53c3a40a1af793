using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Health;
using SyncWorker.Remote;
using SyncWorker.Scheduling;
using SyncWorker.Tests.Hosting;

namespace SyncWorker.Tests.Health;

public sealed class PassesCheckTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly Passes _passes = new();

    [Fact]
    public async Task It_is_not_ready_before_both_sides_were_polled()
    {
        _passes.Succeeded(Pass.PollSalesforce, _clock.GetUtcNow());
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);
        _passes.Succeeded(Pass.PollPartnerCentral, _clock.GetUtcNow());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task A_pass_that_failed_degrades_with_its_reason_and_no_record_data()
    {
        Polled();
        _passes.Failed(Pass.PollSalesforce, _clock.GetUtcNow(), new RemoteException("Salesforce", "query", RemoteErrorKind.Rejected, "MALFORMED_QUERY", "near Contoso"));
        var result = await CheckAsync();
        Assert.Equal((HealthStatus.Degraded, "PollSalesforce: Salesforce query: Rejected (MALFORMED_QUERY)"), (result.Status, result.Description));
    }

    [Fact]
    public async Task A_pass_that_hangs_degrades()
    {
        Polled();
        _clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(30));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var result = await CheckAsync();
        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains("PollPartnerCentral has not ended since 2026-11-23 09:00:00 UTC", result.Description, StringComparison.Ordinal);
    }

    private void Polled()
    {
        _passes.Succeeded(Pass.PollSalesforce, _clock.GetUtcNow());
        _passes.Succeeded(Pass.PollPartnerCentral, _clock.GetUtcNow());
    }

    private Task<HealthCheckResult> CheckAsync() => new PassesCheck(_passes, new GivenOptions<ScheduleOptions>(() => new ScheduleOptions()), _clock).CheckHealthAsync(new HealthCheckContext());
}
