using SyncWorker.Commands.Status;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class StatusTests
{
    [Fact]
    public async Task A_record_that_takes_no_write_shows_in_the_status_with_Salesforces_words()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var opportunity = world.OpportunityId(record);
        wire.Refused = new RefusedUpdate(record, 400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask your manager.");
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();

        var trouble = Assert.Single((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of));
        Assert.Equal(opportunity, trouble.OpportunityId);
        Assert.StartsWith("UpdateRecord was refused once, last 2026-11-23 09:", trouble.Words, StringComparison.Ordinal);
        Assert.EndsWith("Ask your manager.", trouble.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_shows_in_the_status_until_it_goes()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Assert.Empty((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of));
        wire.Before = call => call.Operation == "GetOpportunity" ? Refusals.Aws(System.Net.HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync();
        Assert.StartsWith("failed 1 times in a row; next try 2026-11-23 09:", Assert.Single((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of)).Words, StringComparison.Ordinal);

        wire.Before = null;
        await world.SyncAsync();
        Assert.Empty((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of));
    }
}
