using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NSubstitute;
using Quartz;
using SyncWorker.Auditing;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.Scheduling;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Scheduling;

/// <summary>The host stops, as by SIGTERM, while a pass is at work.</summary>
public sealed class StoppingTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly IHostApplicationLifetime _lifetime = Substitute.For<IHostApplicationLifetime>();
    private readonly Wire _wire = new();
    private readonly Passes _passes = new();
    private int _batch = 200;
    private readonly World _world;

    public StoppingTests()
    {
        _lifetime.ApplicationStopping.Returns(_stopping.Token);
        _world = new World(services => services.AddSingleton(_lifetime).PostConfigure<SyncOptions>(o => o.DrainBatch = _batch), aroundPartnerCentral: _wire.Around);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        _stopping.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task A_backlog_ends_after_the_record_under_way_whether_in_a_turn_or_between_two(int batch)
    {
        _batch = batch;
        var records = await BacklogAsync();
        StopAt("UpdateOpportunity");
        await RunAsync(Pass.Drain);
        Assert.Equal(1, _world.AwsWrites().Count(w => w == "UpdateOpportunity"));
        Assert.Single(records, r => _world.AtPartnerCentral(r)["LifeCycle"]!["NextSteps"]!.GetValue<string>() == "Offer");
        Assert.Equal(2, await _world.Store.DueCountAsync(default));
        AssertQuiet();
    }

    [Fact]
    public async Task What_was_not_begun_stays_due_and_goes_after_the_restart()
    {
        var records = await BacklogAsync();
        StopAt("UpdateOpportunity");
        await RunAsync(Pass.Drain);
        _wire.Before = null;
        _lifetime.ApplicationStopping.Returns(default(CancellationToken));
        await _world.RestartAsync();
        await _world.SyncAsync();
        Assert.All(records, r => Assert.Equal("Offer", _world.AtPartnerCentral(r)["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
        Assert.Equal(3, _world.AwsWrites().Count(w => w == "UpdateOpportunity"));
    }

    [Fact]
    public async Task A_pass_that_waits_for_its_turn_begins_nothing_any_more()
    {
        await BacklogAsync();
        var poll = Task.CompletedTask;
        StopAt("UpdateOpportunity", first: () => poll = JobAsync(Pass.PollPartnerCentral));
        await RunAsync(Pass.Drain);
        await _world.PassAsync(() => poll);
        Assert.DoesNotContain(Pass.PollPartnerCentral, _passes.Last.Keys);
        Assert.DoesNotContain(_world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("ListOpportunities", StringComparison.Ordinal));
        AssertQuiet();
    }

    [Fact]
    public async Task An_audit_ends_after_the_deal_under_way_and_tells_nothing_of_half_the_deals()
    {
        await BacklogAsync();
        StopAt("GetOpportunity");
        await RunAsync(Pass.Audit);
        Assert.Single(_world.Emulated.PartnerCentral.Calls, c => c.Operation.EndsWith("GetOpportunity", StringComparison.Ordinal));
        Assert.DoesNotContain(Pass.Audit, _passes.Last.Keys);
        Assert.DoesNotContain(_world.Logs.Lines, l => l.Contains("Audit:", StringComparison.Ordinal));
        AssertQuiet();
    }

    /// <summary>Three deals that a seller changed and that are due.</summary>
    private async Task<string[]> BacklogAsync()
    {
        string[] records = [await _world.ApprovedAsync(Deals.Northwind), await _world.ApprovedAsync(Deals.Contoso), await _world.ApprovedAsync("Tailspin disaster recovery")];
        foreach (var record in records) _world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        _world.Clock.Advance(TimeSpan.FromSeconds(15));
        await _world.PassAsync(() => _world.Part<Connection>().PollSalesforceAsync(default));
        Assert.Equal(3, await _world.Store.DueCountAsync(default));
        _world.Emulated.ClearCalls();
        return records;
    }

    private void StopAt(string operation, Action? first = null) => _wire.Before = call =>
    {
        if (call.Operation != operation || _stopping.IsCancellationRequested) return null;
        first?.Invoke();
        _stopping.Cancel();
        return null;
    };

    private Task RunAsync(Pass pass) => _world.PassAsync(() => JobAsync(pass));

    private Task JobAsync(Pass pass)
    {
        var context = Substitute.For<IJobExecutionContext>();
        context.JobDetail.Returns(JobBuilder.Create<PassJob>().WithIdentity(pass.ToString()).Build());
        var logs = _world.Part<ILoggerFactory>();
        var ownership = new Ownership(_world.Store, _lifetime, logs.CreateLogger<Ownership>());
        return new PassJob(_world.Part<Connection>(), _world.Part<Auditor>(), _passes, ownership, _world.Clock, logs.CreateLogger<PassJob>()).Execute(context, default).AsTask();
    }

    private void AssertQuiet()
    {
        Assert.All(_passes.Last.Values, last => Assert.Null(last.Problem));
        Assert.DoesNotContain(_world.Logs.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Warning", StringComparison.Ordinal));
    }
}
