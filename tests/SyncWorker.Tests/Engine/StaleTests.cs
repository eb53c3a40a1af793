using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class StaleTests
{
    [Fact]
    public async Task A_colleague_who_saves_between_the_workers_read_and_write_keeps_his_edit_and_ours_goes_too()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Once(wire, c => c.Operation == "UpdateOpportunity", () => world.ColleagueEdits(record, "Project.SalesActivities", new JsonArray("Conducted POC / Demo")));
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();

        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("Conducted POC / Demo", world.Field(record, "Sales_Activities__c"));
        Assert.Contains(world.Emulated.PartnerCentral.Calls, c => c.Error == "ConflictException");
    }

    [Fact]
    public async Task A_colleague_who_saves_the_same_row_between_the_workers_read_and_write_wins_by_his_later_date()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Once(wire, c => c.Operation == "UpdateOpportunity", () => world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review"));
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();

        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Equal("Legal review", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        var lost = JsonNode.Parse(Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == "loser" && j.Row == "Next Step").Detail)!;
        Assert.Equal("Offer", lost["Value"]!.GetValue<string>());
        Assert.Equal("Legal review", lost["ReplacedBy"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_seller_who_saves_between_the_workers_read_and_write_keeps_her_edit_and_AWSs_comes_too()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Once(wire, c => c.IsWrite, () =>
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            world.SellerEdits(record, new JsonObject { ["Additional_Comments__c"] = "Ask Priya." });
        });
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();

        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Equal("Ask Priya.", world.Field(record, "Additional_Comments__c"));
        Assert.Equal("Ask Priya.", world.AtPartnerCentral(record)["Project"]!["AdditionalComments"]!.GetValue<string>());
        Assert.Contains(world.Logs.Lines, l => l.Contains("has a newer version of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_seller_who_saves_in_the_second_of_the_workers_own_write_is_not_taken_for_the_worker()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var saved = false;
        wire.After = call =>
        {
            if (!call.IsWrite || saved) return;
            saved = true;
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        };
        world.ColleagueEdits(record, "Project.AdditionalComments", "Ask Priya.");
        await world.SyncAsync();

        Assert.True(saved);
        Assert.Equal("Ask Priya.", world.Field(record, "Additional_Comments__c"));
        Assert.Equal("Offer", world.Field(record, "Next_Step__c"));
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_edit_in_the_second_of_the_workers_own_write_is_not_settled_before_it_is_quiet()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        wire.After = call =>
        {
            if (!call.IsWrite) return;
            wire.After = null;
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        };
        world.ColleagueEdits(record, "Project.AdditionalComments", "Ask Priya.");
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);
        await world.CycleAsync(sweep: false);
        Assert.Equal("Kick-off", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());

        world.Clock.Advance(TimeSpan.FromSeconds(5));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        await world.SyncAsync();
        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
        Assert.Contains("Offer", Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == "loser" && j.Row == "Next Step").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_types_while_the_seller_leaves_that_very_value_is_no_agreement()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        Once(wire, c => c.Operation == "GetOpportunity", () =>
        {
            world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Visit" });
            world.Clock.Advance(TimeSpan.FromSeconds(2));
            world.ColleagueEdits(record, "LifeCycle.NextSteps", "Offer");
        });
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        await world.SyncAsync();

        Assert.Equal("Offer", world.Field(record, "Next_Step__c"));
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Contains("Visit", Assert.Single(await world.Store.JournalAsync(null, default), j => j.Kind == "loser" && j.Row == "Next Step").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sellers_and_a_colleague_who_save_different_rows_in_one_second_are_all_kept()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.Emulated.Salesforce.Edit(world.Map.RecordType, record, new JsonObject { ["Use_Case__c"] = "Database" }, "tom.baker@example.com");
        world.ColleagueEdits(record, "Project.AdditionalComments", "Ask Priya.");
        await world.SyncAsync();

        var opportunity = world.AtPartnerCentral(record);
        Assert.Equal(("Offer", "Database", "Ask Priya."), (opportunity["LifeCycle"]!["NextSteps"]!.ToString(), opportunity["Project"]!["CustomerUseCase"]!.ToString(), opportunity["Project"]!["AdditionalComments"]!.ToString()));
        Assert.Equal(("Offer", "Database", "Ask Priya."), (world.Field(record, "Next_Step__c"), world.Field(record, "Use_Case__c"), world.Field(record, "Additional_Comments__c")));
    }

    [Theory]
    [InlineData(Side.PartnerCentral)]
    [InlineData(Side.Salesforce)]
    public async Task A_side_that_names_a_newer_version_for_ever_is_asked_three_times_in_a_row_and_then_it_is_a_failure(Side side)
    {
        var (aws, org) = (new Wire(), new Wire());
        await using var world = new World(aroundSalesforce: org.Around, aroundPartnerCentral: aws.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var tries = Stale(aws, org, side, int.MaxValue);
        Edit(world, record, side);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);

        var link = (await world.Store.FindByRecordAsync(record, default))!;
        Assert.Equal((3, 1, 1, 0), (tries(), link.Failures, link.OwnFailures, link.Baseline.Sent.Length));
        Assert.Equal(3, (await world.Store.JournalAsync(link.Link.Id, default)).Count(j => j.Kind == "stale"));

        // Five failures of its own park it; that it is parked is told on the record, which is one write more.
        for (var i = 0; i < 20; i++) await world.PassAsync();
        Assert.Equal(side == Side.Salesforce ? 16 : 15, tries());
        Assert.NotNull((await world.Store.FindByRecordAsync(record, default))!.ParkedAt);
    }

    [Theory]
    [InlineData(Side.PartnerCentral)]
    [InlineData(Side.Salesforce)]
    public async Task A_side_that_changes_twice_under_the_workers_hand_is_written_at_the_third_try_and_nothing_failed(Side side)
    {
        var (aws, org) = (new Wire(), new Wire());
        await using var world = new World(aroundSalesforce: org.Around, aroundPartnerCentral: aws.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        var tries = Stale(aws, org, side, 2);
        Edit(world, record, side);
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);

        Assert.Equal((2, 0), (tries(), (await world.Store.FindByRecordAsync(record, default))!.Failures));
        Assert.Equal(("Legal review", "Legal review"), (world.Field(record, "Next_Step__c"), world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>()));
    }

    /// <summary>Somebody edits the other side, so that the worker writes to this one.</summary>
    private static void Edit(World world, string record, Side side)
    {
        if (side == Side.PartnerCentral) world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Legal review" });
        else world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
    }

    /// <summary>A side refuses its next updates as those of an older version.</summary>
    /// <returns>How many it has refused.</returns>
    private static Func<int> Stale(Wire aws, Wire org, Side side, int times)
    {
        var refused = 0;
        if (side == Side.PartnerCentral) aws.Before = c => c.Operation == "UpdateOpportunity" && refused < times && ++refused > 0 ? Refusals.Aws(HttpStatusCode.BadRequest, "ConflictException") : null;
        else org.Before = c => c.IsWrite && refused < times && ++refused > 0 ? Refusals.SalesforceUpdate(412, "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK", "no") : null;
        return () => refused;
    }

    private static void Once(Wire wire, Func<WireCall, bool> fits, Action happens)
    {
        var happened = false;
        wire.Before = call =>
        {
            if (happened || !fits(call)) return null;
            happened = true;
            happens();
            return null;
        };
    }
}
