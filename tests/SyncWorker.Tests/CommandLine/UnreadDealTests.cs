using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Auditing;
using SyncWorker.Core.Reconciliation;
using SyncWorker.Polling;
using SyncWorker.Remote;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

/// <summary>What one deal that cannot be read does to the verbs that read many.</summary>
public sealed class UnreadDealTests
{
    private readonly Wire _wire = new();
    private readonly HashSet<string> _unread = [];

    [Theory]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(500, "InternalServerException")]
    [InlineData(400, "ValidationException")]
    public async Task A_deal_that_cannot_be_read_is_named_by_the_audit_which_finds_the_drift_of_the_others(int status, string name)
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var (denied, drifting) = (await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso));
        Deny(world, denied, (HttpStatusCode)status, name);
        await LoseAsync(world, drifting);

        var typed = await Typed.AuditAsync(world, full: true);
        Assert.Equal(3, typed.Exit);
        Assert.Equal("Next Step", typed.Cells(world.Field(drifting, "Clazar_Id__c")!)[3]);
        Assert.Contains($"{world.Field(denied, "Clazar_Id__c")} ({world.OpportunityId(denied)}): could not be read, so that nothing is said of it. Partner Central GetOpportunity failed ({name}): no way", typed.Output, StringComparison.Ordinal);
        Assert.Contains("1 deals were read on both sides, 1 could not be read. 1 difference without a recorded reason in the others.", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_that_could_not_read_a_deal_fails_although_it_found_no_drift()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var denied = await world.ApprovedAsync(Deals.Northwind);
        await world.ApprovedAsync(Deals.Contoso);
        Deny(world, denied);
        var typed = await Typed.AuditAsync(world, full: true);
        Assert.Equal(1, typed.Exit);
        Assert.Contains("1 deals were read on both sides, 1 could not be read. No difference without a recorded reason in the others.", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheduled_audit_logs_a_deal_that_could_not_be_read_and_claims_no_agreement()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var denied = await world.ApprovedAsync(Deals.Northwind);
        Deny(world, denied);
        await LoseAsync(world, denied);
        var before = world.Logs.Lines.Count;
        await world.PassAsync(() => world.Part<Auditor>().RunAsync(full: false, default));
        var lines = world.Logs.Lines.Skip(before).ToArray();
        Assert.Single(lines, l => l.StartsWith($"Warning: {world.Field(denied, "Clazar_Id__c")} {world.OpportunityId(denied)} could not be read: the audit says nothing of it", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("0 differences without a recorded reason, 1 deals could not be read", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("no drift", StringComparison.Ordinal) || l.Contains("no way", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_AWS_denies_the_next_deal_too_the_audit_gives_up()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        foreach (var title in (string[])[Deals.Northwind, Deals.Contoso]) Deny(world, await world.ApprovedAsync(title));
        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<RemoteException>(() => Typed.AuditAsync(world, full: true))).Code);
    }

    [Theory]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(500, "InternalServerException")]
    public async Task A_deal_that_cannot_be_read_is_named_by_the_plan_which_plans_the_others(int status, string name)
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        string[] records = [await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso)];
        Deny(world, records[0], (HttpStatusCode)status, name);
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<SalesforcePoll>().RunAsync(default));

        var typed = await Typed.PlanAsync(world);
        Assert.Equal(1, typed.Exit);
        Assert.Contains($"({world.OpportunityId(records[0])}): cannot be planned. Partner Central GetOpportunity failed ({name}): no way", typed.Output, StringComparison.Ordinal);
        Assert.Equal("opportunity.LifeCycle.NextSteps", typed.Cells("PartnerCentral")[2]);
        Assert.Contains("2 co-sell opportunities due, 1 writes planned, 1 could not be read.", typed.Output, StringComparison.Ordinal);
    }

    private void Deny(World world, string record, HttpStatusCode status = HttpStatusCode.BadRequest, string name = "AccessDeniedException")
    {
        _unread.Add(world.OpportunityId(record));
        _wire.Before = call => call.Operation == "GetOpportunity" && _unread.Any(u => call.Body.Contains(u, StringComparison.Ordinal)) ? Refusals.Aws(status, name, "no way") : null;
    }

    /// <summary>A colleague's edit that is accounted for on both sides, although it never reached Salesforce.</summary>
    private static async Task LoseAsync(World world, string record)
    {
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        var version = world.AtPartnerCentral(record)["LastModifiedDate"]!.GetValue<string>();
        await world.Store.ChangeBaselineAsync(world.Field(record, "Clazar_Id__c")!, b => b.With("Next Step", b["Next Step"] with { PartnerCentral = new Accounted("\"Legal review\"", "Legal review") }) with { PartnerCentralVersion = version }, [], default);
    }
}
