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
        catch (SchedulerException error)
        {
            // The settings were checked; this is a cron expression that never comes, or Quartz on its way down.
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
        var trigger = Schedule.Parse(schedule)!.Trigger(TriggerBuilder.Create(time).WithIdentity(key).ForJob(pass.ToString()));
        if (_running.ContainsKey(pass)) await scheduler.RescheduleJob(key, trigger, cancellation);
        else await scheduler.ScheduleJob(JobBuilder.Create<PassJob>().WithIdentity(pass.ToString()).Build(), trigger, cancellationToken: cancellation);
    }
}
