using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.PartnerCentral;
using SyncWorker.Remote;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.Tests.Salesforce.SignIn;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>A sandbox made anew holds production's opportunity numbers: the worker writes in no org but its own.</summary>
public sealed class RightOrgTests
{
    private const string Own = "00DgL0000000001";
    private const string Other = "00DgL0000000002EAA";

    [Fact]
    public async Task The_first_org_is_remembered_and_asked_for_once()
    {
        await using var world = new World();
        await world.SyncAsync();
        Assert.StartsWith(Own, await world.Store.OrgAsync(default), StringComparison.Ordinal);
        await world.SyncAsync();
        Assert.Single(world.Logs.Lines, l => l.Contains("The Salesforce org is " + Own, StringComparison.Ordinal));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
    }

    [Fact]
    public async Task Another_org_stops_the_connection_before_its_first_read_and_write()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        LeadTo(world, Other, isSandbox: false);
        await world.RestartAsync();
        world.Emulated.ClearCalls();
        for (var i = 0; i < 3; i++)
        {
            var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
            Assert.Contains($"set Salesforce:OrgId to {Other}", stopped.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["POST token", "GET query"], world.Emulated.Salesforce.Calls.Select(c => c.Operation));
        Assert.Empty(world.Emulated.PartnerCentral.Calls);
        Assert.Single(world.Logs.Lines, l => l.StartsWith("Error: The connection stands still: ", StringComparison.Ordinal));
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(world)).Status);
    }

    [Fact]
    public async Task A_setting_accepts_the_other_org()
    {
        string? accepted = null;
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.OrgId = accepted));
        var record = await world.ApprovedAsync(Deals.Northwind);
        LeadTo(world, Other, isSandbox: false);
        accepted = Other[..15];
        await world.RestartAsync();
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(Other, await world.Store.OrgAsync(default));
    }

    [Fact]
    public async Task A_setting_pins_the_org_before_the_first_is_remembered()
    {
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.OrgId = Other));
        var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
        Assert.StartsWith($"Salesforce:OrgId is {Other}, and the sign-in led to the org {Own}", stopped.Message, StringComparison.Ordinal);
        Assert.Null(await world.Store.OrgAsync(default));
    }

    [Fact]
    public async Task A_sandbox_does_not_work_on_the_production_catalog_and_no_setting_makes_it()
    {
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.OrgId = Own));
        LeadTo(world, Own, isSandbox: true);
        var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
        Assert.Contains("is a sandbox, and PartnerCentral:Catalog is AWS", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_works_on_the_sandbox_catalog()
    {
        await using var world = new World(services => services.PostConfigure<PartnerCentralOptions>(o => o.Catalog = "Sandbox"));
        LeadTo(world, Own, isSandbox: true);
        await world.SyncAsync();
        Assert.Equal(Own, await world.Store.OrgAsync(default));
    }

    [Fact]
    public async Task Another_catalog_stops_the_connection_before_its_first_read_and_write_until_it_is_set_back()
    {
        var catalog = "AWS";
        await using var world = new World(services => services.PostConfigure<PartnerCentralOptions>(o => o.Catalog = catalog));
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        catalog = "Sandbox";
        await world.RestartAsync();
        world.Emulated.ClearCalls();
        var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
        Assert.Equal("The store knows the opportunities of Partner Central's catalog AWS, and PartnerCentral:Catalog is Sandbox. Set PartnerCentral:Catalog to AWS again, or State:Path to an empty store.", stopped.Message);
        Assert.Equal(["POST token", "GET query"], world.Emulated.Salesforce.Calls.Select(c => c.Operation));
        Assert.Empty(world.Emulated.PartnerCentral.Calls);

        catalog = "AWS";
        await world.RestartAsync();
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_catalog_that_is_changed_while_the_worker_runs_sends_nothing_elsewhere_and_stops_the_next_pass()
    {
        var (catalog, wire, asked) = ("AWS", new Wire(), new List<string>());
        await using var world = new World(services => services.PostConfigure<PartnerCentralOptions>(o => o.Catalog = catalog), aroundPartnerCentral: wire.Around);
        await world.ApprovedAsync(Deals.Northwind);
        wire.Before = call =>
        {
            asked.Add(JsonNode.Parse(call.Body)!["Catalog"]!.GetValue<string>());
            catalog = "Sandbox";
            world.Part<IOptionsMonitorCache<PartnerCentralOptions>>().Clear();
            return null;
        };
        await world.PassAsync(() => world.Part<Connection>().SweepAsync(default));
        Assert.True(asked.Count > 1);
        Assert.All(asked, a => Assert.Equal("AWS", a));
        await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
    }

    [Fact]
    public async Task A_store_that_remembers_an_org_and_no_catalog_takes_the_present_one()
    {
        await using var world = new World();
        await world.Store.RememberOrgAsync(Own, default);
        await world.SyncAsync();
        Assert.Equal("AWS", (await world.Store.ConnectionAsync(default)).Catalog);
    }

    [Fact]
    public async Task A_write_is_not_replayed_in_another_org_to_which_a_new_sign_in_leads()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Talk");
        world.Emulated.Salesforce.EndSessions();
        wire.Before = call => call.Operation == "POST token" ? Answers.Json(HttpStatusCode.OK, Answers.Token("00D!other", world.Emulated.SalesforceOptions.InstanceUrl.ToString(), Other)) : null;
        var refused = await Assert.ThrowsAsync<RemoteException>(() => world.SyncAsync());
        Assert.Equal((RemoteErrorKind.Unauthorised, "ANOTHER_ORG"), (refused.Kind, refused.Code));
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(world)).Status);
    }

    /// <summary>The org answers under another id, or as a sandbox.</summary>
    private static void LeadTo(World world, string org, bool isSandbox) => world.Emulated.Salesforce.Intercept = request =>
        request.RequestUri!.Query.Contains("Organization", StringComparison.Ordinal) ? Answers.Json(HttpStatusCode.OK,
            new JsonObject { ["totalSize"] = 1, ["done"] = true, ["records"] = new JsonArray(new JsonObject { ["Id"] = org, ["IsSandbox"] = isSandbox }) }.ToJsonString()) : null;

    private static Task<HealthCheckResult> HealthAsync(World world) => new OrgCheck(world.Part<TokenSource>(), world.Part<RightOrg>(), world.Part<OrgFields>(), world.Part<UsageCeiling>()).CheckHealthAsync(new HealthCheckContext());
}
