using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Quartz;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.Polling;
using SyncWorker.Scheduling;
using SyncWorker.Settling;
using SyncWorker.Tests.Hosting;
using SyncWorker.Tests.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scheduling;

public sealed class PassJobTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CollectedLogs _logs = new();
    private readonly Passes _passes = new();

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task A_pass_that_fails_is_logged_once_shows_in_health_without_data_and_does_not_reach_quartz()
    {
        await RunAsync(() => throw new FormatException("Contoso"));
        Assert.Single(_logs.Lines, l => l.StartsWith("Error: Drain failed", StringComparison.Ordinal));
        Assert.Equal((_clock.GetUtcNow(), "FormatException; the log says more"), _passes.Last[Pass.Drain]);
    }

    [Fact]
    public async Task The_next_pass_that_succeeds_mends_health()
    {
        await RunAsync(() => throw new FormatException("Contoso"));
        await RunAsync(() => new SyncOptions());
        Assert.Null(_passes.Last[Pass.Drain].Problem);
    }

    [Fact]
    public async Task A_pass_that_is_stopped_with_the_host_is_no_failure()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await RunAsync(() => new SyncOptions(), stopped.Token);
        Assert.Empty(_passes.Last);
        Assert.Empty(_logs.Lines);
    }

    private async Task RunAsync(Func<SyncOptions> options, CancellationToken cancellation = default)
    {
        using var connection = new Connection(null!, null!, null!, new Drain(null!, null!, new MemoryStore(), new Seen(), new Metrics(new OwnMeters()), new GivenOptions<SyncOptions>(options), _clock, NullLogger<Drain>.Instance));
        var context = Substitute.For<IJobExecutionContext>();
        context.JobDetail.Returns(JobBuilder.Create<PassJob>().WithIdentity(nameof(Pass.Drain)).Build());
        using var factory = LoggerFactory.Create(l => l.AddProvider(_logs));
        await new PassJob(connection, _passes, _clock, factory.CreateLogger<PassJob>()).Execute(context, cancellation);
    }
}
