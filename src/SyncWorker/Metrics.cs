using System.Diagnostics;
using System.Diagnostics.Metrics;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.Salesforce;

namespace SyncWorker;

/// <summary>Everything the service measures, named as OpenTelemetry names things. Attributes are few and never hold a record's data.</summary>
internal sealed class Metrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SyncWorker";

    private const string SideKey = "syncworker.side";
    private const string OperationKey = "syncworker.operation";
    private const string KindKey = "syncworker.quota.kind";
    private const string ErrorKey = "error.type";

    private readonly Meter _meter;
    private readonly Histogram<double> _calls;
    private readonly Counter<long> _throttled;
    private readonly Counter<long> _putOff;
    private readonly Gauge<long> _due;
    private readonly Gauge<long> _drifts;
    private readonly Gauge<long> _unread;
    private readonly Histogram<double> _settles;
    private readonly Counter<long> _steps;

    public Metrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _calls = _meter.CreateHistogram<double>("syncworker.call.duration", "s", "Calls to either side, by operation and error: each attempt that was sent.");
        _throttled = _meter.CreateCounter<long>("syncworker.call.throttled", "{call}", "Calls that Partner Central throttled.");
        _putOff = _meter.CreateCounter<long>("syncworker.quota.put_off", "{call}", "Calls that were not sent, because the share of 24 hours was used up.");
        _due = _meter.CreateGauge<long>("syncworker.link.due", "{link}", "Co-sell opportunities that wait to be settled.");
        _drifts = _meter.CreateGauge<long>("syncworker.audit.drift", "{difference}", "Differences without a recorded reason that the last audit found.");
        _unread = _meter.CreateGauge<long>("syncworker.audit.unread", "{link}", "Co-sell opportunities that the last audit could not read, so that it says nothing of them.");
        _settles = _meter.CreateHistogram<double>("syncworker.settle.duration", "s", "Settles, by error.");
        _steps = _meter.CreateCounter<long>("syncworker.step.taken", "{step}", "Writes that either side took, by kind of step.");
    }

    /// <summary>A call was answered, or failed.</summary>
    public void Called(Side side, string operation, string? error, TimeSpan duration) =>
        _calls.Record(duration.TotalSeconds, Tags(error, (SideKey, side.ToString()), (OperationKey, operation)));

    /// <summary>Partner Central throttled a call.</summary>
    public void Throttled(string operation) => _throttled.Add(1, Tags(null, (OperationKey, operation)));

    /// <summary>A call was not sent.</summary>
    public void PutOff(string operation) => _putOff.Add(1, Tags(null, (OperationKey, operation)));

    /// <summary>How many links are due.</summary>
    public void DueLinks(int due) => _due.Record(due);

    /// <summary>An audit ended.</summary>
    public void Audited(int drifts, int unread)
    {
        _drifts.Record(drifts);
        _unread.Record(unread);
    }

    /// <summary>A link was settled, or could not be.</summary>
    public void Settled(TimeSpan duration, string? error) => _settles.Record(duration.TotalSeconds, Tags(error));

    /// <summary>A side took a step.</summary>
    public void StepTaken(Side side, StepKind step) => _steps.Add(1, Tags(null, (SideKey, side.ToString()), ("syncworker.step.kind", step.ToString())));

    /// <summary>Reports the quotas of an account whenever somebody asks.</summary>
    public void Observe(AccountQuotas quotas)
    {
        IEnumerable<Measurement<long>> Each(Func<CallQuota, long> value) => quotas.All.Select(q => new Measurement<long>(value(q), Tags(null, (KindKey, q.Kind.ToString()))));
        _meter.CreateObservableGauge("syncworker.quota.used", () => Each(q => q.Used), "{call}", "Calls to Partner Central in the last 24 hours.");
        _meter.CreateObservableGauge("syncworker.quota.share", () => Each(q => q.Share), "{call}", "Calls to Partner Central that the worker may make in 24 hours.");
    }

    /// <summary>Reports how much of the org's API is used, by everybody, whenever somebody asks; nothing before an answer told.</summary>
    public void Observe(ApiUsage usage)
    {
        static IEnumerable<Measurement<long>> Told(long? value) => value is { } told ? [new Measurement<long>(told)] : [];
        _meter.CreateObservableGauge("syncworker.salesforce.api.used", () => Told(usage.Used), "{call}", "API calls to the Salesforce org in the last 24 hours, by everybody.");
        _meter.CreateObservableGauge("syncworker.salesforce.api.limit", () => Told(usage.Limit), "{call}", "API calls that the Salesforce org takes in 24 hours.");
    }

    private static TagList Tags(string? error, params ReadOnlySpan<(string Key, string Value)> attributes)
    {
        var tags = new TagList();
        foreach (var (key, value) in attributes) tags.Add(key, value);
        if (error is not null) tags.Add(ErrorKey, error);
        return tags;
    }
}
