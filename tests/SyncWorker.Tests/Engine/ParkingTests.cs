using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Commands;
using SyncWorker.Commands.Status;
using SyncWorker.Remote;
using SyncWorker.Settling;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class ParkingTests
{
    private readonly Wire _wire = new();
    private string _poisoned = "none";
    private int _tries;

    [Fact]
    public async Task A_record_that_keeps_failing_is_parked_after_five_tries_and_delays_no_other()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        Poison(world, records[0]);
        foreach (var record in records[..2]) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.PassAsync();
        Assert.Equal((1, "Offer"), (_tries, AtAws(world, records[1])));

        // The waits are 5, 10, 20 and 40 seconds.
        for (var i = 0; i < 20; i++) await world.PassAsync(sweep: true);
        Assert.Equal(5, _tries);
        var link = (await world.Store.FindByRecordAsync(records[0], default))!;
        Assert.NotNull(link.ParkedAt);
        Assert.Single(world.Logs.Lines, l => l.StartsWith("Error: ", StringComparison.Ordinal) && l.Contains("failed 5 times in a row and is parked", StringComparison.Ordinal));
        Assert.Equal(("Needs attention", $"Could not be synchronised 5 times in a row, and is left alone now. Change it, or ask your admin for: syncworker retry {link.Link.Id}"),
            (world.Field(records[0], "Sync_Status__c"), world.Field(records[0], "Sync_Error__c")));
        Assert.StartsWith("parked since 2026-11-23 09:", Assert.Single((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_tries_a_parked_record_again_and_what_works_is_told()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        await ParkAsync(world, records[0]);

        // What a new process reads again may look like news, once.
        await world.RestartAsync();
        await world.PassAsync();
        Assert.InRange(_tries, 5, 6);
        _tries = 0;
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SyncAsync();
        Assert.Equal(0, _tries);

        // Asked for while it still fails, it gets five more tries.
        Assert.Equal($"Tried again with the next drain: {(await world.Store.FindByRecordAsync(records[0], default))!.Link.Id}.", await RetryCommand.RetryAsync(world.Store, null, default));
        for (var i = 0; i < 20; i++) await world.PassAsync();
        Assert.Equal(5, _tries);

        _wire.Before = null;
        await RetryCommand.RetryAsync(world.Store, records[0], default);
        await world.SyncAsync();
        Assert.Equal("Offer", AtAws(world, records[0]));
        Assert.StartsWith("Solution Offered: AWS wants a solution before submission. Choose one.", world.Field(records[0], "Sync_Error__c"), StringComparison.Ordinal);
        Assert.Null((await world.Store.FindByRecordAsync(records[0], default))!.ParkedAt);
        Assert.Empty((await world.Store.LinksAsync(default)).SelectMany(Trouble.Of));
    }

    [Fact]
    public async Task A_person_s_edit_of_a_parked_record_gets_one_try_which_may_work()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        await ParkAsync(world, records[0]);
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Second offer" });
        for (var i = 0; i < 10; i++) await world.PassAsync(sweep: true);
        Assert.Equal(6, _tries);

        _wire.Before = null;
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Third offer" });
        await world.SyncAsync();
        Assert.Equal("Third offer", AtAws(world, records[0]));
        Assert.Null((await world.Store.FindByRecordAsync(records[0], default))!.ParkedAt);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(429, "ThrottlingException")]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(400, "UnknownOperationException")]
    public async Task What_is_about_the_connection_parks_nothing_however_long_it_lasts(int status, string name)
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        Poison(world, records[0], (HttpStatusCode)status, name);
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 0; i < 40; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            await world.PassAsync();
        }

        Assert.InRange(_tries, 6, int.MaxValue);
        Assert.Null((await world.Store.FindByRecordAsync(records[0], default))!.ParkedAt);
        _wire.Before = null;
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.SyncAsync();
        Assert.Equal("Offer", AtAws(world, records[0]));
    }

    [Theory]
    [InlineData("INVALID_TYPE")]
    [InlineData("MALFORMED_QUERY")]
    public async Task An_object_that_the_integration_user_may_not_read_any_more_parks_nothing_and_what_waited_goes_when_it_may_again(string code)
    {
        var org = new Wire();
        await using var world = new World(aroundSalesforce: org.Around);
        var records = new[] { await world.ApprovedAsync(Deals.Northwind), await world.ApprovedAsync(Deals.Contoso) };
        foreach (var record in records) world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        org.Before = call => call.Operation == "GET query" ? Refusals.Salesforce(HttpStatusCode.BadRequest, code, "sObject type 'AWS_Co_Sell_Opportunity__c' is not supported.") : null;
        for (var i = 0; i < 40; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(15));
            await world.PassAsync(async () =>
            {
                await world.Part<Connections.Connection>().PollPartnerCentralAsync(default);
                await Assert.ThrowsAsync<RemoteException>(() => world.Part<Connections.Connection>().DrainAsync(default));
            });
        }

        Assert.All(await world.Store.LinksAsync(default), l => Assert.Null(l.ParkedAt));
        org.Before = null;
        await world.SyncAsync();
        Assert.All(records, r => Assert.Equal("Legal review", world.Field(r, "Next_Step__c")));
    }

    [Fact]
    public async Task A_record_on_which_AWS_fails_for_ever_is_parked_while_it_answers_for_others()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        Poison(world, records[0], HttpStatusCode.InternalServerError, "InternalServerException");
        world.SellerEdits(records[0], new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 0; i < 12; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(20));
            world.SellerEdits(records[1], new JsonObject { ["Next_Step__c"] = $"Offer {i}" });
            await world.PassAsync();
        }

        // The first failure says nothing yet, the next five do; each is three attempts.
        Assert.Equal(6 * 3, _tries);
        Assert.NotNull((await world.Store.FindByRecordAsync(records[0], default))!.ParkedAt);
        Assert.Equal("Offer 11", AtAws(world, records[1]));
    }

    [Fact]
    public async Task An_outage_of_one_operation_parks_nothing()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var records = await world.DealsAsync();
        _wire.Before = call => call.Operation == "UpdateOpportunity" && ++_tries % 2 == 0 ? Refusals.Aws(HttpStatusCode.InternalServerError, "InternalServerException") : null;
        for (var i = 0; i < 40; i++)
        {
            foreach (var record in records) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = $"Offer {i}" });
            world.Clock.Advance(TimeSpan.FromMinutes(20));
            await world.PassAsync();
        }

        foreach (var record in records) Assert.Null((await world.Store.FindByRecordAsync(record, default))!.ParkedAt);
    }

    [Fact]
    public async Task A_parked_referral_keeps_no_new_opportunity_waiting()
    {
        await using var world = BrakedWorlds.World(aroundPartnerCentral: _wire.Around);
        var invitation = world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        world.Emulated.PartnerCentral.RejectInvitation(invitation, "Unable to support");
        world.Emulated.PartnerCentral.Create(Deals.AtAws("New deal"));
        _wire.Before = call => call.Operation == "GetEngagementInvitation" ? Refusals.Aws(HttpStatusCode.BadRequest, "ValidationException") : null;
        await world.PassAsync();
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));

        for (var i = 0; i < 12; i++) await world.PassAsync();
        Assert.NotNull((await world.Store.FindByInvitationAsync(invitation, default))!.ParkedAt);
        Assert.Equal("First call with the customer.", world.RecordOf("New deal")["Next_Step__c"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_retry_forgives_what_is_remembered_when_it_begins_and_not_what_was_when_its_batch_was_read()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var due = (await world.Store.FindByRecordAsync(record, default))!;
        await world.Store.ChangeBaselineAsync(due.Link.Id, b => b with { MappedObjectId = "006gL0000000009QAA" }, [], default);
        var forgiven = "";
        await world.PassAsync(async () =>
        {
            await world.Part<Connections.Connection>().DoAsync(
                async c =>
                {
                    var settlement = await world.Part<Settler>().BeginAsync(due with { IsAsked = true }, null, c);
                    forgiven = settlement.Due.Baseline.MappedObjectId;
                    return true;
                },
                default);
        });
        Assert.Equal("006gL0000000009QAA", forgiven);
    }

    [Fact]
    public async Task Retry_says_what_there_is_nothing_to_retry_of()
    {
        await using var world = BrakedWorlds.World();
        Assert.Equal("Nothing fails, is parked, or is held because of another tool.", await RetryCommand.RetryAsync(world.Store, null, default));
        Assert.StartsWith("No co-sell opportunity is known by O9.", (await Assert.ThrowsAsync<VerbFailedException>(() => RetryCommand.RetryAsync(world.Store, "O9", default))).Message, StringComparison.Ordinal);
    }

    private async Task ParkAsync(World world, string record)
    {
        Poison(world, record);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        for (var i = 0; i < 12; i++) await world.PassAsync();
        Assert.Equal(5, _tries);
        Assert.NotNull((await world.Store.FindByRecordAsync(record, default))!.ParkedAt);
    }

    private void Poison(World world, string record, HttpStatusCode status = HttpStatusCode.BadRequest, string name = "ValidationException")
    {
        _poisoned = world.OpportunityId(record);
        _wire.Before = call =>
        {
            if (call.Operation != "GetOpportunity" || !call.Body.Contains(_poisoned, StringComparison.Ordinal)) return null;
            _tries++;
            return Refusals.Aws(status, name);
        };
    }

    private static string AtAws(World world, string record) => world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>();
}
