namespace SyncWorker.Scheduling;

/// <summary>When the passes run, section <c>Schedules</c>: an interval such as <c>00:00:30</c>, or a Quartz cron expression in UTC. A change takes effect without a restart.</summary>
internal sealed class ScheduleOptions
{
    /// <summary>When Salesforce is asked what changed. Default every 30 s.</summary>
    public string PollSalesforce { get; set; } = "00:00:30";

    /// <summary>When Partner Central is asked what changed. Default every 30 s.</summary>
    public string PollPartnerCentral { get; set; } = "00:00:30";

    /// <summary>When what is due is settled. Default every 5 s.</summary>
    public string Drain { get; set; } = "00:00:05";

    /// <summary>When AWS's own view of every open opportunity is looked at. Default every hour: of what changes there alone, AWS tells nobody.</summary>
    public string Sweep { get; set; } = "01:00:00";

    /// <summary>When both sides are compared for every link. Default every day at 03:00 UTC.</summary>
    public string Audit { get; set; } = "0 0 3 * * ?";

    /// <summary>The schedule of each pass.</summary>
    public IEnumerable<(Pass Pass, string Schedule)> All() =>
        [(Pass.PollSalesforce, PollSalesforce), (Pass.PollPartnerCentral, PollPartnerCentral), (Pass.Drain, Drain), (Pass.Sweep, Sweep), (Pass.Audit, Audit)];
}
