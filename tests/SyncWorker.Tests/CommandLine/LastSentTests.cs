using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.State;
using SyncWorker.Tests.Engine;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.CommandLine;

/// <summary>What <c>explain</c> says of what was about to be written, and was not taken.</summary>
public sealed class LastSentTests
{
    // The columns: row, Salesforce, follows, Partner Central, accounted for, why, last sent.
    private const int LastSent = 6;

    private readonly Wire _wire = new();

    [Fact]
    public async Task What_Salesforce_refused_was_not_taken_and_the_refusal_stands_in_its_own_words()
    {
        await using var world = new World(aroundSalesforce: _wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        _wire.Refused = new RefusedUpdate(record, 400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask your manager.");
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        await AssertNotTakenAsync(world, record, JournalKind.Refused, "Salesforce", "Ask your manager.");
    }

    [Fact]
    public async Task What_was_decided_on_an_older_version_was_not_taken()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        _wire.Before = call => call.Operation == "UpdateOpportunity" ? Refusals.Aws(HttpStatusCode.BadRequest, "ConflictException") : null;
        await EditAsync(world, record);
        await AssertNotTakenAsync(world, record, JournalKind.Stale, "AWS", "it had changed since it was read");

        _wire.Before = null;
        await world.SyncAsync();
        Assert.StartsWith("written to AWS ", await LastSentAsync(world, record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_AWS_denied_was_not_taken()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        _wire.Before = call => call.Operation == "UpdateOpportunity" ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        await EditAsync(world, record);
        await AssertNotTakenAsync(world, record, JournalKind.Failed, "AWS", "AccessDeniedException");
    }

    [Fact]
    public async Task What_a_brake_held_back_was_not_taken_and_the_brake_is_named()
    {
        await using var world = BrakedWorlds.World(b => b.BlanksMax = 2);
        var records = await world.DealsAsync();
        world.ColleagueEdits(records[0], "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        string[] members = ["LifeCycle.NextSteps", "Customer.Account.Address.StreetAddress", "Customer.Account.Address.City"];
        world.Emulated.PartnerCentral.Edit(world.OpportunityId(records[1]), members.ToDictionary(m => m, _ => (JsonNode?)null));
        await world.PassAsync();
        var why = $"3 fields of {world.OpportunityId(records[1])} would be blanked: Next Step, Street, City";
        Assert.Equal(why, (await world.BrakeAsync())!.Why);
        Assert.Equal("First call with the customer.", world.Field(records[0], "Next_Step__c"));
        await AssertNotTakenAsync(world, records[0], JournalKind.Failed, "Salesforce", $"the connection brakes: {why}");
    }

    [Fact]
    public async Task What_has_no_answer_was_sent()
    {
        await using var world = new World(aroundPartnerCentral: _wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        _wire.LoseAnswers(c => c.Operation == "UpdateOpportunity");
        await EditAsync(world, record);
        Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == JournalKind.Unanswered);
        Assert.StartsWith("sent to AWS ", await LastSentAsync(world, record), StringComparison.Ordinal);
    }

    private static async Task EditAsync(World world, string record)
    {
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync();
    }

    private static async Task AssertNotTakenAsync(World world, string record, string kind, string side, string reason)
    {
        var clazarId = (await world.Store.FindByRecordAsync(record, default))!.Link.Id;
        var journal = await world.Store.JournalAsync(clazarId, default);
        var sent = journal.Last(j => j.Kind == JournalKind.Sending && j.Detail.Contains("\"Row\":\"Next Step\"", StringComparison.Ordinal));
        var told = journal.FirstOrDefault(j => j.Kind == kind && j.Number > sent.Number);
        Assert.Equal($"not taken by {side} {told?.At:yyyy-MM-dd HH:mm:ss}Z (entry {told?.Number}): {reason}", await LastSentAsync(world, record));
    }

    private static async Task<string> LastSentAsync(World world, string record) => (await Typed.ExplainAsync(world, record)).Cells("Next Step")[LastSent];
}
