using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;
using SyncWorker.Scheduling;
using SyncWorker.Tests.Hosting;

namespace SyncWorker.Tests.Scheduling;

public sealed class SchedulerTests : IAsyncDisposable
{
    private readonly ConfigCopy _config = new();

    public ValueTask DisposeAsync() => _config.DisposeAsync();

    [Fact]
    public async Task Each_pass_has_its_schedule()
    {
        await StartAsync();
        foreach (var pass in Enum.GetValues<Pass>()) Assert.NotNull(await TriggerAsync(pass));
        Assert.Equal(TimeSpan.FromSeconds(5), await IntervalAsync(Pass.Drain));
    }

    [Fact]
    public async Task A_changed_schedule_is_swapped_in_and_the_others_run_on()
    {
        await StartAsync();
        var sweep = await TriggerAsync(Pass.Sweep);
        _config.With("Schedules", "Drain", "0/2 * * * * ?").Reload();
        Assert.Equal("0/2 * * * * ?", Assert.IsType<ICronTrigger>(await TriggerAsync(Pass.Drain), exactMatch: false).CronExpressionString);
        Assert.Equal(sweep.StartTimeUtc, (await TriggerAsync(Pass.Sweep)).StartTimeUtc);
    }

    [Fact]
    public async Task A_bad_schedule_leaves_the_last_good_ones_running()
    {
        await StartAsync();
        _config.With("Schedules", "Drain", "sometimes").With("Schedules", "Sweep", "00:01:00").Reload();
        Assert.Equal(TimeSpan.FromSeconds(5), await IntervalAsync(Pass.Drain));
        Assert.Equal(TimeSpan.FromHours(1), await IntervalAsync(Pass.Sweep));
        Assert.Contains(_config.Logs.Lines, l => l.Contains("Schedules:Drain is 'sometimes'", StringComparison.Ordinal));
    }

    // Quartz itself is not started: its triggers are what is looked at.
    private Task StartAsync()
    {
        _config.Build();
        return _config.Services.GetServices<IHostedService>().OfType<Scheduler>().Single().StartAsync(default);
    }

    private async Task<TimeSpan> IntervalAsync(Pass pass) => Assert.IsType<ISimpleTrigger>(await TriggerAsync(pass), exactMatch: false).RepeatInterval;

    private async Task<ITrigger> TriggerAsync(Pass pass)
    {
        var scheduler = await _config.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTriggers([new TriggerKey(pass.ToString())])).Single();
    }
}
