using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Quartz;
using SyncWorker.Auditing;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.Scheduling;
using SyncWorker.Tests.Hosting;
using SyncWorker.Tests.Salesforce.SignIn;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scheduling;

public sealed class PassJobTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly CollectedLogs _logs = new();
    private readonly Passes _passes = new();
    private readonly IHostApplicationLifetime _lifetime = Substitute.For<IHostApplicationLifetime>();

    private readonly ILoggerFactory _factory;
    private Ownership? _ownership;

    public PassJobTests() => _factory = LoggerFactory.Create(l => l.AddProvider(_logs));

    public void Dispose() => _factory.Dispose();

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

    [Fact]
    public async Task A_refused_sign_in_is_logged_once_while_it_is_not_tried_again_and_shows_in_health()
    {
        await using var world = new World();
        world.Emulated.Salesforce.Intercept = request => request.RequestUri!.AbsolutePath.EndsWith("token", StringComparison.Ordinal)
            ? Answers.Json(HttpStatusCode.BadRequest, """{"error":"invalid_client","error_description":"invalid client credentials"}""") : null;
        for (var i = 0; i < 3; i++) await RunAsync(world);
        Assert.Single(_logs.Lines, l => l.StartsWith("Error: Drain failed at sign-in (invalid_client): Salesforce refused the sign-in", StringComparison.Ordinal));
        Assert.Contains("Salesforce:ClientSecret", _passes.Last[Pass.Drain].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_stands_still_is_not_logged_by_each_pass_and_shows_in_health()
    {
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.OrgId = "00D000000000009EAA"));
        for (var i = 0; i < 3; i++) await RunAsync(world);
        Assert.Empty(_logs.Lines);
        Assert.Single(world.Logs.Lines, l => l.StartsWith("Error: The connection stands still: Salesforce:OrgId is 00D000000000009EAA", StringComparison.Ordinal));
        Assert.StartsWith("Salesforce:OrgId is 00D000000000009EAA", _passes.Last[Pass.Drain].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_was_taken_over_says_so_once_and_ends()
    {
        await using var world = new World();
        await world.Store.TakeOverAsync(default);
        await world.AnotherProcess().TakeOverAsync(default);
        for (var i = 0; i < 3; i++) await RunAsync(world);
        Assert.Equal("Error: Another process has taken over this connection (fence 2, ours 1): this one keeps nothing and sends nothing any more, and ends", Assert.Single(_logs.Lines).TrimEnd());
        Assert.Empty(world.Emulated.Salesforce.Calls);
        Assert.StartsWith("Another process has taken over this connection (fence 2, ours 1).", _passes.Last[Pass.Drain].Problem, StringComparison.Ordinal);
        _lifetime.Received().StopApplication();
    }

    private async Task RunAsync(Func<SyncOptions> options, CancellationToken cancellation = default)
    {
        await using var world = new World(services => services.AddSingleton<IOptionsMonitor<SyncOptions>>(new GivenOptions<SyncOptions>(options)));
        await RunAsync(world, cancellation);
    }

    private async Task RunAsync(World world, CancellationToken cancellation = default)
    {
        var context = Substitute.For<IJobExecutionContext>();
        context.JobDetail.Returns(JobBuilder.Create<PassJob>().WithIdentity(nameof(Pass.Drain)).Build());
        _ownership ??= new Ownership(world.Store, _lifetime, _factory.CreateLogger<Ownership>());
        await new PassJob(world.Part<Connection>(), world.Part<Auditor>(), _passes, _ownership, _clock, _factory.CreateLogger<PassJob>()).Execute(context, cancellation);
    }
}
