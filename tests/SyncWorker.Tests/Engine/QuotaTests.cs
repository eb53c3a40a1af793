using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SyncWorker.Health;
using SyncWorker.PartnerCentral;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class QuotaTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Writes_beyond_the_share_of_24_hours_wait_and_go_when_the_window_rolls()
    {
        await using var world = new World(Share(writesPerDay: 10, share: 0.5));
        var record = await world.ApprovedAsync(Deals.Northwind);
        var first = world.Emulated.PartnerCentral.Calls.First(c => c.Operation.EndsWith("CreateOpportunity", StringComparison.Ordinal)).At;
        foreach (var step in (string[])["One", "Two", "Three", "Four"]) await EditAsync(world, record, step);

        Assert.Equal(5, world.AwsWrites().Count);
        Assert.Equal("Two", NextStep(world, record));
        Assert.Contains(world.Logs.Lines, l => l.StartsWith("Warning: No Write to Partner Central before", StringComparison.Ordinal));
        var health = await HealthAsync(world);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.StartsWith("Writes to Partner Central are put off until 2026-11-24 09:0", health.Description, StringComparison.Ordinal);

        world.Clock.Advance(first + Day - world.Clock.GetUtcNow());
        await world.SyncAsync();
        Assert.Equal("Four", NextStep(world, record));
        Assert.Equal(6, world.AwsWrites().Count);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(world)).Status);
        Assert.Contains(world.Logs.Lines, l => l == "Information: Write to Partner Central goes again ");
    }

    [Fact]
    public async Task What_was_used_before_a_restart_counts_after_it()
    {
        await using var world = new World(Share(writesPerDay: 20, share: 1));
        var record = await world.ApprovedAsync(Deals.Northwind);
        await world.RestartAsync();
        foreach (var step in Enumerable.Range(1, 30)) await EditAsync(world, record, $"Step {step}");
        Assert.InRange(world.AwsWrites().Count, 10, 20);
    }

    [Fact]
    public async Task What_AWS_changes_reaches_Salesforce_while_writes_to_AWS_wait()
    {
        await using var world = new World(Share(writesPerDay: 10, share: 0.5));
        var record = await world.ApprovedAsync(Deals.Northwind);
        foreach (var step in (string[])["One", "Two", "Three"]) await EditAsync(world, record, step);
        Assert.Equal("Two", NextStep(world, record));
        world.ColleagueEdits(record, "Project.CustomerUseCase", "Database");
        await world.SyncAsync();
        Assert.Equal("Database", world.Field(record, "Use_Case__c"));
        Assert.Equal("Two", NextStep(world, record));
    }

    [Fact]
    public async Task The_last_of_the_share_is_kept_for_accepting_and_submitting()
    {
        await using var world = new World(Share(writesPerDay: 60, share: 1));
        var record = await world.ApprovedAsync(Deals.Northwind);
        foreach (var step in Enumerable.Range(1, 60)) await EditAsync(world, record, $"Step {step}");
        Assert.Equal(57, world.AwsWrites().Count);

        await world.SubmittedAsync(Deals.Contoso);
        Assert.Equal(["CreateOpportunity", "AssociateOpportunity", "StartEngagementFromOpportunityTask"], world.AwsWrites().Skip(57));
    }

    [Fact]
    public async Task Reads_go_slower_before_their_share_is_used_up()
    {
        await using var world = new World(Share(readsPerDay: 1000)) { IsInline = true };
        var client = world.Part<PartnerCentralClient>();
        await world.PassAsync(async () =>
        {
            for (var i = 0; i < 720; i++) await client.ListPendingInvitationsAsync(default);
        });
        Assert.InRange(await TakesAsync(() => client.ListPendingInvitationsAsync(default), world), 0, 0.15);
        Assert.InRange(await TakesAsync(() => client.ListPendingInvitationsAsync(default), world), 95.9, 96.1);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(400, true)]
    [InlineData(429, false)]
    public async Task A_throttled_update_is_sent_again_and_is_no_failure(int status, bool isNamed)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var throttled = 0;
        wire.Before = call => call.Operation == "UpdateOpportunity" && throttled++ == 0 ? isNamed ? Refusals.Aws((HttpStatusCode)status, "ThrottlingException") : new HttpResponseMessage((HttpStatusCode)status) : null;
        await EditAsync(world, record, "Offer");
        Assert.Equal("Offer", NextStep(world, record));
        Assert.Equal(2, throttled);
        Assert.DoesNotContain(world.Logs.Lines, l => l.Contains("failed", StringComparison.Ordinal));
        Assert.Contains(world.Logs.Lines, l => l.StartsWith("Warning: Partner Central throttled UpdateOpportunity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_Retry_After_is_waited_for()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var sent = new List<DateTimeOffset>();
        wire.Before = call =>
        {
            if (call.Operation != "UpdateOpportunity") return null;
            sent.Add(world.Clock.GetUtcNow());
            return sent.Count > 1 ? null : Throttled(TimeSpan.FromSeconds(15));
        };
        await EditAsync(world, record, "Offer");
        Assert.Equal("Offer", NextStep(world, record));
        Assert.InRange((sent[1] - sent[0]).TotalSeconds, 15, 20);
    }

    [Fact]
    public async Task For_a_long_Retry_After_writes_are_put_off_and_nothing_is_sent_before()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        string[] records = [await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso)];
        var sent = new List<DateTimeOffset>();
        wire.Before = call =>
        {
            if (call.Operation != "UpdateOpportunity") return null;
            sent.Add(world.Clock.GetUtcNow());
            return sent.Count > 1 ? null : Throttled(TimeSpan.FromMinutes(10));
        };
        foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        Assert.Single(sent);
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(world)).Status);
        await world.SyncAsync(60);
        Assert.Equal(["Offer", "Offer"], records.Select(r => NextStep(world, r)));
        Assert.InRange((sent[1] - sent[0]).TotalSeconds, 600, 700);
    }

    [Fact]
    public async Task Twenty_edits_of_one_record_while_writes_are_busy_cost_one_write()
    {
        await using var world = new World();
        string[] others = [await world.ApprovedAsync(Deals.Contoso), await world.ApprovedAsync("Tailspin disaster recovery")];
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.ClearCalls();
        foreach (var other in others) world.SellerEdits(other, new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 1; i <= 20; i++)
        {
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = $"Edit {i}" });
            world.Clock.Advance(TimeSpan.FromSeconds(3));
            await world.CycleAsync();
        }

        await world.SyncAsync();
        Assert.Equal("Edit 20", NextStep(world, record));
        Assert.Equal(3, world.AwsWrites().Count);
    }

    [Fact]
    public async Task Writes_go_in_the_order_of_their_value()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var edited = await world.ApprovedAsync(Deals.Northwind);
        var staged = await world.ApprovedAsync("Tailspin disaster recovery");
        var submitted = await world.CompletedAsync(Deals.Contoso);
        world.Emulated.PartnerCentral.Refer(Deals.AtAws("Humongous claims on the web"));
        await world.SyncAsync();
        var referred = world.RecordOf("Humongous claims on the web")["Id"]!.GetValue<string>();
        var sent = new List<string>();
        wire.Before = call =>
        {
            if (call.IsWrite) sent.Add(call.Operation == "UpdateOpportunity" && call.Body.Contains("\"Technical Validation\"", StringComparison.Ordinal) ? "Stage" : call.Operation);
            return null;
        };

        world.SellerEdits(edited, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.SellerEdits(staged, new JsonObject { ["Sale_Stage__c"] = "Technical Validation" });
        world.SellerEdits(submitted, new JsonObject { ["Submit_To_AWS__c"] = true });
        world.SellerEdits(referred, new JsonObject { ["Referral_Decision__c"] = "Accept" });
        await world.SyncAsync();

        Assert.Equal(
            ["StartEngagementByAcceptingInvitationTask", "CreateOpportunity", "AssociateOpportunity", "StartEngagementFromOpportunityTask", "Stage", "UpdateOpportunity"],
            sent.Take(6));
    }

    private static Action<IServiceCollection> Share(int writesPerDay = 10_000, int readsPerDay = 100_000, double share = 0.9) =>
        services => services.PostConfigure<PartnerCentralOptions>(o => (o.WritesPerDay, o.ReadsPerDay, o.QuotaShare) = (writesPerDay, readsPerDay, share));

    private static Task<HealthCheckResult> HealthAsync(World world) => new QuotaCheck(world.Part<AccountQuotas>(), world.Clock).CheckHealthAsync(new HealthCheckContext());

    private static async Task EditAsync(World world, string record, string step)
    {
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = step });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);
    }

    private static async Task<double> TakesAsync(Func<Task> call, World world)
    {
        var start = world.Clock.GetUtcNow();
        await world.PassAsync(call);
        return (world.Clock.GetUtcNow() - start).TotalSeconds;
    }

    private static string? NextStep(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]?.GetValue<string>();

    private static HttpResponseMessage Throttled(TimeSpan retryAfter)
    {
        var answer = Refusals.Aws(HttpStatusCode.BadRequest, "ThrottlingException");
        answer.Headers.RetryAfter = new RetryConditionHeaderValue(retryAfter);
        return answer;
    }
}
