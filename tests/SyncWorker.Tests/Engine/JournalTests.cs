using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Tests.CommandLine;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class JournalTests
{
    [Theory]
    [InlineData(2, "Legal review", "Offer", "PartnerCentral", "CoSell")]
    [InlineData(0, "Legal review", "Offer", "PartnerCentral", "CoSell")]
    [InlineData(-2, "Offer", "Legal review", "Salesforce", "PartnerCentral")]
    public async Task A_conflict_is_journaled_with_both_values_its_winner_and_the_reference_that_the_seller_reads(int colleagueLaterBy, string stands, string lost, string winner, string losingPlace)
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        void Seller() => world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        void Colleague() => world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        if (colleagueLaterBy < 0) Colleague();
        else Seller();
        world.Clock.Advance(TimeSpan.FromSeconds(Math.Abs(colleagueLaterBy)));
        if (colleagueLaterBy < 0) Seller();
        else Colleague();
        await world.SyncAsync();

        var journal = await world.Store.JournalAsync(null, default);
        var decision = JsonNode.Parse(Assert.Single(journal, j => j is { Kind: "decision", Row: "Next Step" }).Detail)!;
        Assert.Equal(("Offer", "Legal review", winner), (decision["Salesforce"]!.ToString(), decision["PartnerCentral"]!.ToString(), decision["Winner"]!.ToString()));
        var entry = Assert.Single(journal, j => j is { Kind: "loser", Row: "Next Step" });
        var loser = JsonNode.Parse(entry.Detail)!;
        Assert.Equal((lost, stands, losingPlace), (loser["Value"]!.ToString(), loser["ReplacedBy"]!.ToString(), loser["Place"]!.ToString()));
        Assert.Contains($"restore with ref {entry.Ref}", world.Field(record, "Sync_Note__c"), StringComparison.Ordinal);
        Assert.Equal(stands, world.Field(record, "Next_Step__c"));
        Assert.Equal(stands, world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_write_to_AWS_is_journaled_with_what_was_and_what_was_sent()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        var writes = (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == "write").Select(j => JsonNode.Parse(j.Detail)!).ToArray();
        Assert.Equal(["CreateOpportunity", "Associate S-0051244", "Submit", "UpdateOpportunity"], writes.Select(w => w["Step"]!.ToString()).Where(s => s is not ("UpdateRecord" or "CreateRecord")));
        var update = writes.Single(w => w["Step"]!.ToString() == "UpdateOpportunity")["Rows"]!.AsArray();
        Assert.Equal(("Next Step", "Kick-off", "Offer"), (update[0]!["Row"]!.ToString(), update[0]!["Was"]!.ToString(), update[0]!["Value"]!.ToString()));
    }

    [Fact]
    public async Task As_many_writes_reach_both_sides_as_the_journal_has_causes()
    {
        var (salesforce, aws) = (new Wire(), new Wire());
        var (patches, inserts, calls) = (0, 0, 0);
        salesforce.Before = call =>
        {
            patches += call.IsWrite ? call.Body.Split("\"PATCH\"").Length - 1 : 0;
            inserts += call.Operation == "POST AWS_Co_Sell_Opportunity__c" ? 1 : 0;
            return null;
        };
        aws.Before = call =>
        {
            calls += call.IsWrite ? 1 : 0;
            return null;
        };
        await using var world = new World(aroundSalesforce: salesforce.Around, aroundPartnerCentral: aws.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims on the web"));
        await world.SyncAsync();

        var causes = await world.SendingAsync();
        Assert.Equal((patches, inserts, calls), (Count("UpdateRecord"), Count("CreateRecord"), causes.Count(c => c["Side"]!.ToString() == "PartnerCentral")));
        Assert.True(patches > 0 && inserts == 2 && calls > 3);
        Assert.All(causes, c => Assert.True(c["Rule"] is not null || c["Rows"]!.AsArray().Count > 0, c.ToJsonString()));
        int Count(string step) => causes.Count(c => c["Step"]!.ToString() == step);
    }

    [Fact]
    public async Task A_write_names_the_rule_the_place_it_came_from_and_what_both_sides_were()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        var version = world.AtPartnerCentral(record)["LastModifiedDate"]!.GetValue<string>();
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        var edited = world.Field(record, "LastModifiedDate");
        await world.SyncAsync();
        var update = (await world.SendingAsync()).Single(c => c["Step"]!.ToString() == "UpdateOpportunity");
        Assert.Equal((version, edited), (update["Versions"]!["PartnerCentral"]!.ToString(), update["Versions"]!["Salesforce"]!.ToString()));
        Assert.Equal(("OneSideMoved", "CoSell"), Cause(update, "Next Step"));

        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        Assert.Equal(("OneSideMoved", "PartnerCentral"), Cause((await world.SendingAsync()).Last(c => c["Rows"]!.AsArray().Count > 0), "Next Step"));

        world.Emulated.Salesforce.Edit("Opportunity", world.OpportunityNamed(Deals.Northwind), new JsonObject { ["StageName"] = "Value Proposition" }, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal(("OneSideMoved", "Followed"), Cause((await world.SendingAsync()).Last(c => c["Step"]!.ToString() == "UpdateOpportunity"), "Sale Stage"));
    }

    [Fact]
    public async Task Steps_that_a_person_asked_for_say_so()
    {
        await using var world = new World();
        await world.ApprovedAsync(Deals.Northwind);
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims on the web"));
        await world.SyncAsync();
        var rules = (await world.SendingAsync()).Where(c => c["Rule"] is not null).Select(c => (c["Step"]!.ToString(), c["Rule"]!.ToString())).Distinct().ToArray();
        Assert.Equal([("CreateRecord", "Shared"), ("UpdateRecord", "Bookkeeping"), ("CreateOpportunity", "SubmitTicked"), ("Submit", "SubmitTicked"), ("CreateRecord", "MadeAtAws")], rules);
    }

    [Fact]
    public async Task A_conflict_that_could_not_be_delivered_at_once_is_delivered_as_decided()
    {
        var aws = new Wire();
        await using var world = new World(aroundPartnerCentral: aws.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        aws.Before = call => call.Operation == "UpdateOpportunity" ? Refusals.Aws(System.Net.HttpStatusCode.ServiceUnavailable, "InternalServerException") : null;
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync();
        aws.Before = null;
        await world.SyncAsync();

        var updates = (await world.SendingAsync()).Where(c => c["Step"]!.ToString() == "UpdateOpportunity").Select(c => Cause(c, "Next Step").Rule).Distinct();
        Assert.Equal(["LaterDate", "Decided"], updates);
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_has_its_cause_and_is_said_to_be_unanswered()
    {
        var aws = new Wire();
        await using var world = new World(aroundPartnerCentral: aws.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        aws.LoseAnswers(c => c.Operation == "UpdateOpportunity");
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(("OneSideMoved", "CoSell"), Cause(Assert.Single(await world.SendingAsync(), c => c["Step"]!.ToString() == "UpdateOpportunity"), "Next Step"));
        var lost = Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == "unanswered");
        Assert.Equal("NO_ANSWER", JsonNode.Parse(lost.Detail)!["Code"]!.ToString());
    }

    [Fact]
    public async Task What_is_held_is_journaled_once_with_its_reason_and_once_when_it_goes()
    {
        await using var world = new World();
        var record = await world.SubmittedAsync(Deals.Northwind);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "In review");
        world.SellerEdits(record, new JsonObject { ["Expected_Monthly_AWS_Revenue__c"] = 20000 });
        for (var i = 0; i < 3; i++) await world.SyncAsync();
        Assert.Equal([("hold", "UnderReview")], await HoldsAsync());

        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        await world.SyncAsync();
        Assert.Equal([("hold", "UnderReview"), ("hold ended", "UnderReview")], await HoldsAsync());
        async Task<(string, string)[]> HoldsAsync() => [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Row == "Expected Monthly AWS Revenue" && j.Kind.StartsWith("hold", StringComparison.Ordinal)).Select(j => (j.Kind, JsonNode.Parse(j.Detail)!["Kind"]!.ToString()))];
    }

    [Fact]
    public async Task A_refused_write_has_a_cause_and_the_remotes_own_words()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.Refused = new RefusedUpdate(record, 400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask your manager.");
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        var journal = await world.Store.JournalAsync(null, default);
        var refused = JsonNode.Parse(journal.First(j => j.Kind == "refused").Detail)!;
        Assert.Equal(("UpdateRecord", "Ask your manager."), (refused["Step"]!.ToString(), refused["Words"]!.ToString()));
        var before = journal.TakeWhile(j => j.Kind != "refused").Last(j => j.Kind == "sending");
        Assert.Equal(("OneSideMoved", "PartnerCentral"), Cause(JsonNode.Parse(before.Detail)!, "Next Step"));
    }

    private static (string Rule, string From) Cause(JsonNode sending, string row)
    {
        var found = sending["Rows"]!.AsArray().Single(r => r!["Row"]!.ToString() == row)!;
        return (found["Rule"]!.ToString(), found["From"]!.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_AWS_holds_only_beside_a_value_that_a_seller_changes_is_in_the_journal_when_the_update_clears_it(bool isStale)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.MarketedAsync(Deals.Northwind);
        Assert.Null(world.Field(record, "Sync_Error__c"));
        Assert.Equal("Spring", world.AtPartnerCentral(record)["Marketing"]!["CampaignName"]!.GetValue<string>());

        world.ColleagueEdits(record, "Marketing.UseCases", new JsonArray("Analytics"));
        world.ColleagueEdits(record, "Marketing.CampaignName", "Summer");
        world.SellerEdits(record, new JsonObject { ["Is_Opp_From_Marketing_Activity__c"] = "No" });
        var isRefused = !isStale;
        wire.Before = call => call.Operation == "UpdateOpportunity" && !isRefused && (isRefused = true) ? Refusals.Aws(HttpStatusCode.BadRequest, "ConflictException") : null;
        await world.SyncAsync();

        Assert.Equal(("None", null, null), ((string?)world.AtPartnerCentral(record)["Marketing"]!["Source"], (string?)world.AtPartnerCentral(record)["Marketing"]!["CampaignName"], world.AtPartnerCentral(record)["Marketing"]!["UseCases"]?.ToJsonString()));
        string[] lost = [.. (await world.Store.JournalAsync(null, default)).Where(j => j.Kind == "loser" && (string?)JsonNode.Parse(j.Detail)!["Cause"] == "ClearedBeside").Select(j => $"{j.Row}: {JsonNode.Parse(j.Detail)!["Value"]}")];
        Assert.Equal(["Marketing Campaign: Summer", "Marketing.UseCases: [\"Analytics\"]"], lost.Distinct());
        Assert.Equal(isStale ? 4 : 2, lost.Length);
    }

    [Fact]
    public async Task Use_cases_that_AWS_holds_only_beside_its_funding_keep_no_seller_from_saying_that_it_paid_nothing()
    {
        await using var world = new World();
        var record = await world.MarketedAsync(Deals.Northwind);
        world.ColleagueEdits(record, "Marketing.UseCases", new JsonArray("Analytics"));
        world.SellerEdits(record, new JsonObject { ["Is_Marketing_Development_Funded__c"] = "No" });
        await world.SyncAsync();

        Assert.Null(world.Field(record, "Sync_Error__c"));
        Assert.Equal("No", (string?)world.AtPartnerCentral(record)["Marketing"]!["AwsFundingUsed"]);
        Assert.Single(await world.Store.JournalAsync(null, default), j => j is { Kind: "loser", Row: "Marketing.UseCases" });
    }

    [Fact]
    public async Task What_an_update_clears_at_AWS_is_in_the_journal_also_where_the_org_has_no_field_for_it()
    {
        var org = new OrgChanges();
        await using var world = new World(aroundSalesforce: org.Around);
        var record = await world.MarketedAsync(Deals.Northwind);
        org.Hide("Marketing_Campaign__c");
        await world.RestartAsync();
        await world.SyncAsync();
        world.SellerEdits(record, new JsonObject { ["Is_Opp_From_Marketing_Activity__c"] = "No" });
        await world.SyncAsync();

        Assert.Null((string?)world.AtPartnerCentral(record)["Marketing"]!["CampaignName"]);
        Assert.Contains("Spring", Assert.Single(await world.Store.JournalAsync(null, default), j => j is { Kind: "loser", Row: "Marketing.CampaignName" }).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_is_journaled_and_Sync_Note_does_not_say_any_more_that_the_value_was_replaced()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");

        // The decision is remembered, and its update of the record does not arrive.
        var times = 0;
        wire.Before = call => call.Operation == "POST composite" && call.Body.Contains("\"PATCH\"", StringComparison.Ordinal) && call.Body.Contains("Legal review", StringComparison.Ordinal) && times++ == 0
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "no route") : null;
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync();
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Kick-off");
        await world.SyncAsync();
        await world.SyncAsync();

        Assert.Equal(("Offer", "Offer"), (world.Field(record, "Next_Step__c"), world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
        Assert.Single(await world.Store.JournalAsync(null, default), j => j is { Kind: "withdrawn", Row: "Next Step" });
        var lost = Assert.Single(await world.LosersAsync("Next Step"));
        Assert.Equal("LaterDateWon, taken back", (await Typed.ExplainAsync(world, record)).Cells($"{lost.Number}")[7]);
        Assert.Null(world.Field(record, "Sync_Note__c"));
    }

    [Theory]
    [InlineData("Offer", false)]
    [InlineData("Contract", true)]
    public async Task Sync_Note_says_that_a_value_was_replaced_until_both_sides_say_it_again(string typed, bool staysTold)
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        Assert.StartsWith("Next Step Offer was replaced by Legal review", world.Field(record, "Sync_Note__c"), StringComparison.Ordinal);

        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = typed });
        await world.SyncAsync();
        Assert.Equal(typed, world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal(staysTold, world.Field(record, "Sync_Note__c") is not null);
    }
}
