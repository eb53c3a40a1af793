using Microsoft.Extensions.Options;
using Quartz;

namespace SyncWorker.Scheduling;

/// <summary>Keeps Quartz's triggers as the settings say. A changed schedule is swapped in; a bad one leaves the last good one running.</summary>
internal sealed class Scheduler(ISchedulerFactory schedulers, IOptionsMonitor<ScheduleOptions> options, TimeProvider time, ILogger<Scheduler> logger) : IHostedService, IDisposable
{
    private readonly Dictionary<Pass, string> _running = [];
    private readonly SemaphoreSlim _gate = new(1, 1);
    private IDisposable? _watch;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await ApplyAsync(options.CurrentValue, cancellationToken);
        _watch = options.OnChange(changed => _ = ApplyAsync(changed, CancellationToken.None));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _watch?.Dispose();
        _gate.Dispose();
    }

    private async Task ApplyAsync(ScheduleOptions wanted, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            foreach (var (pass, schedule) in wanted.All().Where(s => _running.GetValueOrDefault(s.Pass) != s.Schedule))
            {
                await SetAsync(scheduler, pass, schedule, cancellation);
                _running[pass] = schedule;
                Log.Scheduled(logger, pass, schedule);
            }
        }
        catch (Exception error) when (error is SchedulerException or FormatException)
        {
            Log.ScheduleRefused(logger, error.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task SetAsync(IScheduler scheduler, Pass pass, string schedule, CancellationToken cancellation)
    {
        var key = new TriggerKey(pass.ToString());
        var trigger = Trigger(key, pass, schedule);
        if (_running.ContainsKey(pass)) await scheduler.RescheduleJob(key, trigger, cancellation);
        else await scheduler.ScheduleJob(JobBuilder.Create<PassJob>().WithIdentity(pass.ToString()).Build(), trigger, cancellationToken: cancellation);
    }

    private ITrigger Trigger(TriggerKey key, Pass pass, string schedule)
    {
        var trigger = TriggerBuilder.Create(time).WithIdentity(key).ForJob(pass.ToString());
        return TimeSpan.TryParse(schedule, out var interval)
            ? trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()).Build()
            : trigger.WithCronSchedule(schedule).Build();
    }
}
