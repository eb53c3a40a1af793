using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>The org's API belongs to everybody who works with it.</summary>
public sealed class UsageCeilingTests
{
    [Fact]
    public async Task Above_the_ceiling_nothing_is_polled_or_settled_and_below_it_everything_goes_on()
    {
        var others = new OtherUsage();
        await using var world = new World(aroundSalesforce: others.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        others.Used = 80_001;

        // The poll's own answer tells, so the drain after it does not run.
        await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.CycleAsync());
        world.Emulated.ClearCalls();

        // An hour of cycles: a small call every five minutes asks after the usage.
        for (var i = 0; i < 120; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(30));
            await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.CycleAsync(sweep: false));
        }

        Assert.Equal(Enumerable.Repeat("GET resources", 11), world.Emulated.Salesforce.Calls.Select(c => c.Operation).Take(11));
        Assert.InRange(world.Emulated.Salesforce.Calls.Count, 11, 12);
        Assert.Empty(world.AwsWrites());
        Assert.Single(world.Logs.Lines, l => l.StartsWith("Warning: 80001 of the org's 100000 API calls of 24 hours are used, more than the ceiling of 0.8", StringComparison.Ordinal));
        var health = await HealthAsync(world);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.StartsWith("80001 of the org's 100000 API calls", health.Description, StringComparison.Ordinal);

        others.Used = 100;
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Single(world.Logs.Lines, l => l.Contains("polling and settling go on", StringComparison.Ordinal));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
    }

    [Fact]
    public async Task The_ceiling_is_a_setting()
    {
        var others = new OtherUsage { Used = 90_000 };
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.ApiUsageCeiling = 0.9), others.Around);
        await world.SyncAsync();
        others.Used = 90_001;
        await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.CycleAsync());
    }

    private static Task<HealthCheckResult> HealthAsync(World world) =>
        new OrgCheck(world.Part<TokenSource>(), world.Part<RightOrg>(), world.Part<OrgFields>(), world.Part<UsageCeiling>()).CheckHealthAsync(new HealthCheckContext());
}
