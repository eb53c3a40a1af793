using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Connections;
using SyncWorker.Health;
using SyncWorker.Hosting;
using SyncWorker.Salesforce;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>The org's fields are held against the map: what does not fit is told, once and all together, and takes no more with it than its own row.</summary>
public sealed class OrgFieldsTests
{
    [Fact]
    public async Task The_org_package_fits_the_map()
    {
        await using var world = new World();
        await world.SyncAsync();
        Assert.Empty(world.Part<OrgFields>().Findings);
        Assert.DoesNotContain(world.Logs.Lines, l => l.Contains("field map", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_that_is_gone_leaves_its_row_out_and_the_others_go_on()
    {
        var org = new OrgChanges();
        await using var world = new World(aroundSalesforce: org.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        org.Hide("Next_Step__c");
        await world.RestartAsync();
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer", ["Use_Case__c"] = "Database" });
        await world.SyncAsync();
        Assert.Equal("Database", world.AtPartnerCentral(record)["Project"]!["CustomerUseCase"]!.GetValue<string>());
        Assert.NotEqual("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]?.GetValue<string>());
        var told = Assert.Single(world.Logs.Lines, l => l.Contains("Next_Step__c", StringComparison.Ordinal));
        Assert.StartsWith("Warning: Not synchronised until the org's fields fit the field map: Next Step.", told, StringComparison.Ordinal);
        Assert.Contains($"field-map.yaml:{world.Map["Next Step"].Line}: Row 'Next Step': the org has no field AWS_Co_Sell_Opportunity__c.Next_Step__c, or the integration user may not read it. Deploy", told, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(world)).Status);
    }

    [Fact]
    public async Task A_field_that_goes_while_the_worker_runs_leaves_its_row_out_and_comes_back_with_its_changes()
    {
        var org = new OrgChanges();
        await using var world = new World(aroundSalesforce: org.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        org.Hide("Next_Step__c");
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer", ["Use_Case__c"] = "Database" });
        await world.SyncAsync();
        Assert.Equal("Database", world.AtPartnerCentral(record)["Project"]!["CustomerUseCase"]!.GetValue<string>());
        Assert.Single(world.Logs.Lines, l => l.Contains("Next_Step__c", StringComparison.Ordinal));

        org.Show();
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Single(world.Logs.Lines, l => l.Contains("fit the field map again", StringComparison.Ordinal));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
    }

    [Fact]
    public async Task A_row_that_AWS_wants_is_told_more_loudly()
    {
        var org = new OrgChanges();
        org.Hide("Use_Case__c");
        await using var world = new World(aroundSalesforce: org.Around);
        await world.SyncAsync();
        Assert.Single(world.Logs.Lines, l => l.StartsWith("Error: AWS WANTS Use Case, AND", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_followed_field_that_is_hidden_leaves_out_what_is_decided_together_with_it()
    {
        var org = new OrgChanges();
        org.Hide("Industry", "Account");
        await using var world = new World(aroundSalesforce: org.Around);
        await world.SyncAsync();
        var told = Assert.Single(world.Logs.Lines, l => l.Contains("Account.Industry", StringComparison.Ordinal));
        Assert.Contains("Not synchronised until then: Industry, Other Industry.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Opportunity__r.Account.Industry", CoSellQuery.Fields(world.Part<MapHolder>().Current), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_makes_a_missing_field_fatal()
    {
        var org = new OrgChanges();
        org.Hide("Next_Step__c");
        await using var world = new World(services => services.PostConfigure<SalesforceOptions>(o => o.MissingFieldsAreFatal = true), org.Around);
        var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
        Assert.Contains("AWS_Co_Sell_Opportunity__c.Next_Step__c", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, (await HealthAsync(world)).Status);
    }

    [Theory]
    [InlineData("Sync_Nonce__c", "AWS_Co_Sell_Opportunity__c")]
    [InlineData("Clazar_Id__c", "AWS_Co_Sell_Opportunity__c")]
    [InlineData("Share_With_AWS__c", "Opportunity")]
    public async Task Without_the_workers_own_fields_nothing_is_synchronised(string field, string type)
    {
        var org = new OrgChanges();
        org.Hide(field, type);
        await using var world = new World(aroundSalesforce: org.Around);
        var stopped = await Assert.ThrowsAsync<ConnectionStoppedException>(() => world.SyncAsync());
        Assert.Contains($"{type}.{field}", stopped.Message, StringComparison.Ordinal);
    }

    private static Task<HealthCheckResult> HealthAsync(World world) => new OrgCheck(world.Part<TokenSource>(), world.Part<RightOrg>(), world.Part<OrgFields>(), world.Part<UsageCeiling>()).CheckHealthAsync(new HealthCheckContext());
}
