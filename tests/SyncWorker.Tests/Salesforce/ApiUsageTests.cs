using System.Diagnostics.Metrics;
using SyncWorker.Salesforce;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Salesforce;

public sealed class ApiUsageTests : IDisposable
{
    private readonly OwnMeters _meters = new();

    public void Dispose() => _meters.Dispose();

    [Theory]
    [InlineData("api-usage=10018/100000", 10018, 100000)]
    [InlineData("api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)", 25, 5000)]
    [InlineData("per-app-api-usage=17/250(appName=sample-app); api-usage=25/5000", 25, 5000)]
    public void The_orgs_own_usage_is_read(string header, long used, long limit)
    {
        var usage = Read(header);
        Assert.Equal((used, limit), (usage.Used, usage.Limit));
    }

    [Theory]
    [InlineData("per-app-api-usage=17/250(appName=sample-app)")]
    [InlineData("api-usage=many")]
    [InlineData("api-usage=5/0")]
    [InlineData("api-usage=99999999999999999999/1")]
    public void What_is_no_usage_changes_nothing(string header)
    {
        var usage = Read("api-usage=10018/100000", header);
        Assert.Equal((10018L, 100000L), (usage.Used, usage.Limit));
    }

    [Fact]
    public void Exactly_the_share_is_not_above_it()
    {
        Assert.False(Read().IsAbove(0.8));
        Assert.False(Read("api-usage=80/100").IsAbove(0.8));
        Assert.True(Read("api-usage=81/100").IsAbove(0.8));
    }

    [Fact]
    public void Usage_is_measured_once_an_answer_told_it()
    {
        var measured = new Dictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Scope == _meters) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        var usage = new ApiUsage(new Metrics(_meters));
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Empty(measured);

        Tell(usage, "api-usage=10018/100000");
        listener.RecordObservableInstruments();
        Assert.Equal(new Dictionary<string, long> { ["syncworker.salesforce.api.used"] = 10018, ["syncworker.salesforce.api.limit"] = 100000 }, measured);
    }

    private ApiUsage Read(params string[] headers)
    {
        var usage = new ApiUsage(new Metrics(_meters));
        foreach (var header in headers) Tell(usage, header);
        return usage;
    }

    private static void Tell(ApiUsage usage, string header)
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.Add("Sforce-Limit-Info", header);
        usage.Read(answer);
    }
}
