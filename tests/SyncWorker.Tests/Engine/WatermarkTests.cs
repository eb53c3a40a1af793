using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Remote;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

public sealed class WatermarkTests
{
    private const string AtAws = "Partner Central opportunities";
    private const string InSalesforce = "Salesforce";

    [Fact]
    public async Task A_page_of_AWS_that_fails_leaves_the_watermark_and_its_opportunities_are_found_later()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        for (var i = 0; i < 130; i++)
        {
            world.Emulated.PartnerCentral.Create(Deals.AtAws($"Deal {i}"));
            world.Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        var pages = 0;
        wire.Before = c => c.Operation == "ListOpportunities" && c.Body.Contains("NextToken", StringComparison.Ordinal) && ++pages > 0 ? Refusals.Aws(HttpStatusCode.BadRequest, "AccessDeniedException") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());
        Assert.True(pages > 0);
        Assert.Null(await world.Store.WatermarkAsync(AtAws, default));

        wire.Before = null;
        await world.RestartAsync();
        await world.CycleAsync(sweep: false);
        Assert.Equal(130, (await world.Store.LinksAsync(default)).Count(l => l.Due > 0));
        Assert.NotNull(await world.Store.WatermarkAsync(AtAws, default));
    }

    [Fact]
    public async Task An_opportunity_that_AWS_lists_only_after_the_polls_have_passed_its_date_is_met_when_all_are_listed()
    {
        await using var world = new World();
        world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims platform"));
        await PassAsync(world, TimeSpan.FromHours(1));
        await world.SyncAsync();
        Assert.Equal("Humongous Insurance", world.RecordOf("Claims platform")["Customer_Company_Name__c"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_that_AWS_lists_after_a_later_one_is_found_by_the_next_poll()
    {
        await using var world = new World();
        var record = await world.ApprovedAsync(Deals.Northwind);
        await PassAsync(world, TimeSpan.FromMinutes(1));
        world.ColleagueEdits(record, "LifeCycle.NextSteps", "Legal review");
        for (var i = 0; i < 3; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(5));
            await world.CycleAsync(sweep: false);
        }

        Assert.Equal("Legal review", world.Field(record, "Next_Step__c"));
    }

    [Fact]
    public async Task Every_opportunity_that_a_watermark_has_passed_has_a_link_that_was_marked()
    {
        await using var world = new World();
        for (var i = 0; i < 20; i++)
        {
            world.Emulated.PartnerCentral.Create(Deals.AtAws($"Deal {i}"));
            world.Clock.Advance(TimeSpan.FromMilliseconds(700));
            if (i % 3 != 2) continue;
            await world.CycleAsync(sweep: false);
            var watermark = DateTimeOffset.Parse((await world.Store.WatermarkAsync(AtAws, default))!);
            var marked = (await world.Store.LinksAsync(default)).Where(l => l.Due > 0).Select(l => l.Link.OpportunityId).ToHashSet();
            var passed = world.Emulated.PartnerCentral.Opportunities().Select(o => o!["opportunity"]!).Where(o => DateTimeOffset.Parse(o["LastModifiedDate"]!.ToString()) <= watermark);
            Assert.All(passed, o => Assert.Contains(o["Id"]!.ToString(), marked));
        }
    }

    [Fact]
    public async Task An_edit_in_a_long_Salesforce_transaction_that_commits_behind_the_watermark_is_found()
    {
        await using var world = new World();
        var first = await world.ApprovedAsync(Deals.Northwind);
        var second = await world.ApprovedAsync(Deals.Contoso);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.SellerEdits(second, new JsonObject { ["Next_Step__c"] = "Demo" });
        await world.SyncAsync();
        var newest = world.Field(second, "SystemModstamp");
        world.Emulated.Salesforce.Edit(world.Map.RecordType, first, new JsonObject { ["Next_Step__c"] = "Offer" }, Deals.Seller, TimeSpan.FromSeconds(90));
        Assert.True(string.CompareOrdinal(world.Field(first, "SystemModstamp"), newest) < 0);
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(first)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_Salesforce_query_that_fails_moves_no_watermark()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var record = await world.ApprovedAsync(Deals.Northwind);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = await world.Store.WatermarkAsync(InSalesforce, default);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        wire.Before = c => c.Operation == "POST composite" ? Refusals.Salesforce(HttpStatusCode.ServiceUnavailable, "SERVER_UNAVAILABLE") : null;
        await Assert.ThrowsAsync<RemoteException>(() => world.CycleAsync());
        Assert.Equal(before, await world.Store.WatermarkAsync(InSalesforce, default));

        wire.Before = null;
        await world.RestartAsync();
        await world.SyncAsync();
        Assert.Equal("Offer", world.AtPartnerCentral(record)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
    }

    /// <summary>The polls have passed a time that is still to come.</summary>
    private static Task PassAsync(World world, TimeSpan ahead) =>
        world.Store.MoveWatermarkAsync(AtAws, (world.Clock.GetUtcNow() + ahead).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), default);
}
