using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Remote;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>What an answer that was lost leaves open is found out, however long it takes: nothing is made twice.</summary>
public sealed class UncertainCreateTests
{
    [Theory]
    [InlineData("CreateOpportunity")]
    [InlineData("StartEngagementFromOpportunityTask")]
    public async Task What_landed_before_an_outage_that_outlives_its_token_is_found_and_not_made_again(string operation)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        world.Emulated.PartnerCentralOptions.ClientTokenLifetime = TimeSpan.FromMinutes(15);
        var record = await world.CompletedAsync(Deals.Northwind);
        var isDown = false;
        wire.Before = _ => isDown ? throw new HttpRequestException("no route") : null;
        wire.After = call =>
        {
            if (call.Operation != operation || isDown) return;
            isDown = true;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
        };
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await Assert.ThrowsAsync<RemoteException>(() => world.SyncAsync(4));
        Assert.True(isDown);
        world.Clock.Advance(TimeSpan.FromMinutes(40));
        wire.Before = null;
        wire.After = null;
        await world.SyncAsync(60);

        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        Assert.Equal(1, world.AwsWrites().Count(w => w == "StartEngagementFromOpportunityTask"));
    }

    [Fact]
    public async Task What_never_landed_is_made_once_it_was_looked_for_twice()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        var start = world.Clock.GetUtcNow();
        var looks = new List<DateTimeOffset>();
        wire.Before = call =>
        {
            if (call.Body.Contains("AfterCreatedDate", StringComparison.Ordinal)) looks.Add(world.Clock.GetUtcNow());
            return call.Operation == "CreateOpportunity" && looks.Count < 2 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke") : null;
        };
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync(120);

        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        Assert.Equal(2, looks.Count);
        Assert.True(looks[1] - looks[0] >= TimeSpan.FromSeconds(60), $"looked again after {looks[1] - looks[0]}");
        Assert.True(looks[0] - start >= TimeSpan.FromMinutes(12), $"looked after {looks[0] - start}, while the token could still be replayed");
    }

    [Fact]
    public async Task A_create_that_is_refused_after_an_attempt_without_an_answer_is_looked_for_before_another_one_is_made()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == "CreateOpportunity");
        var creates = 0;
        wire.Before = call => call.Operation switch
        {
            "CreateOpportunity" when ++creates == 2 => Refusals.AwsValidation("clientToken", "It was used before."),

            // No poll meets it meanwhile.
            "ListOpportunities" when creates > 0 && !call.Body.Contains("CreatedDate", StringComparison.Ordinal) => Refusals.Aws(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"),
            _ => null,
        };
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);
        Assert.Equal(2, creates);
        for (var i = 0; i < 30; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await world.PassAsync(() => world.Part<Connections.Connection>().DrainAsync(default));
        }

        var made = Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        Assert.Equal((2, made!["opportunity"]!["Id"]!.GetValue<string>()), (creates, (await world.Store.FindByRecordAsync(record, default))!.Link.OpportunityId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_submission_whose_answer_was_lost_is_known_by_its_task(bool restarts)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == "StartEngagementFromOpportunityTask", 3);
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);
        Assert.Equal("Submitted", world.Emulated.PartnerCentral.Opportunities().Single()!["opportunity"]!["LifeCycle"]!["ReviewStatus"]!.GetValue<string>());
        if (restarts) await world.RestartAsync();
        await world.SyncAsync();
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
        Assert.NotNull((await world.Store.FindByRecordAsync(record, default))!.Link.SubmittedAt);
    }

    [Fact]
    public async Task A_token_that_AWS_took_for_another_request_is_never_followed_by_another_token_before_the_opportunity_was_looked_for()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.CompletedAsync(Deals.Northwind);
        wire.LoseAnswers(c => c.Operation == "CreateOpportunity", 3);
        var creates = 0;
        wire.Before = call => call.Operation == "CreateOpportunity" && ++creates == 4 ? Refusals.Aws(HttpStatusCode.Conflict, "ConflictException", "Conflicting client token submitted for a new request body") : null;
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await world.SyncAsync(60);

        Assert.Equal(4, creates);
        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        Assert.Equal("Submitted", world.Field(record, "Status__c"));
    }

    [Fact]
    public async Task A_referral_that_a_colleague_accepts_in_Partner_Central_stays_one_record()
    {
        await using var world = new World();
        var invitation = world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();
        var record = Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["Id"]!.GetValue<string>();

        world.Emulated.PartnerCentral.AcceptInvitation(invitation);
        await world.SyncAsync();
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        var opportunity = Assert.Single(world.Emulated.PartnerCentral.Opportunities())!["opportunity"]!;
        Assert.Equal(opportunity["Id"]!.GetValue<string>(), world.OpportunityId(record));
        Assert.Equal("Approved", world.Field(record, "Status__c"));
    }

    [Fact]
    public async Task A_referral_that_a_colleague_accepts_stays_one_record_though_AWS_makes_its_opportunity_late()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var invitation = world.Emulated.PartnerCentral.Refer(Deals.AtAws("Claims platform"));
        await world.SyncAsync();

        world.Emulated.PartnerCentral.AcceptInvitation(invitation);
        wire.Before = call => call.Operation == "ListEngagementResourceAssociations" ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"EngagementResourceAssociationSummaries":[]}""") } : null;
        await world.SyncAsync(rounds: 4);
        wire.Before = null;
        await world.SyncAsync();
        var record = Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["Id"]!.GetValue<string>();
        Assert.Equal("Approved", world.Field(record, "Status__c"));
    }

    [Fact]
    public async Task An_update_that_waited_too_long_for_its_turn_is_not_sent_and_goes_later_as_it_is_decided_then()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var throttled = 0;
        wire.Before = call =>
        {
            if (call.Operation != "UpdateOpportunity" || ++throttled > 2) return null;
            var answer = Refusals.Aws(HttpStatusCode.TooManyRequests, "ThrottlingException");
            answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(19));
            return answer;
        };
        await world.CycleAsync();
        Assert.Equal(2, throttled);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer sent" });
        await world.SyncAsync();

        Assert.Equal("Offer sent", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(1, world.AwsWrites().Count(w => w == "UpdateOpportunity"));
    }
}
