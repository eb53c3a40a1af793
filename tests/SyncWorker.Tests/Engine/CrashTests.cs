using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Engine;

/// <summary>The process ends at a write, between what was remembered and what is accounted for; another one goes on with the store.</summary>
public sealed class CrashTests
{
    public static TheoryData<bool, int, bool> Writes
    {
        get
        {
            var writes = new TheoryData<bool, int, bool>();
            foreach (var landed in (bool[])[false, true])
            {
                for (var number = 1; number <= 6; number++)
                {
                    // AWS gets four: create, associate, submit, update.
                    if (number <= 4) writes.Add(true, number, landed);
                    writes.Add(false, number, landed);
                }
            }

            return writes;
        }
    }

    /// <summary>Share, complete, submit, approve, edit on both sides: whichever write the process dies at, the end is the same.</summary>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_process_that_ends_at_a_write_loses_nothing_and_doubles_nothing(bool atAws, int number, bool landed)
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: atAws ? null : wire.Around, aroundPartnerCentral: atAws ? wire.Around : null);
        var left = number;
        void Die(WireCall call)
        {
            if (!call.IsWrite || --left != 0) return;
            world.Life.Cancel();
            throw new OperationCanceledException(world.Life.Token);
        }

        if (landed) wire.After = Die;
        else wire.Before = call =>
        {
            Die(call);
            return null;
        };
        await PlayAsync(world);
        Assert.True(left <= 0, $"only {number - left} writes were made");

        var record = Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType))!["Id"]!.GetValue<string>();
        Assert.Single(world.Emulated.PartnerCentral.Opportunities());
        var opportunity = world.AtPartnerCentral(record);
        Assert.Equal("Offer", opportunity["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("""["S-0051244"]""", opportunity["RelatedEntityIdentifiers"]!["Solutions"]!.ToJsonString());
        Assert.Equal("Ask Priya.", world.Field(record, "Additional_Comments__c"));
        Assert.Equal("Offer", world.Field(record, "Next_Step__c"));
        Assert.Equal("In sync", world.Field(record, "Sync_Status__c"));
        var before = world.Everything();
        await world.SyncAsync();
        Assert.Equal(before, world.Everything());
    }

    [Fact]
    public async Task A_share_whose_mark_was_lost_gets_its_draft_with_the_next_poll()
    {
        FailingStore? store = null;
        await using var world = new World(services => store = FailingStore.Around(services));
        await world.SyncAsync();
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        world.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        store!.Fails = method => method == nameof(ISyncStore.MarkAsync);
        await Assert.ThrowsAsync<IOException>(() => world.CycleAsync(sweep: false));
        store.Fails = _ => false;
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync(sweep: false);

        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType), r => r![CoSellFields.Opportunity]?.GetValue<string>() == opportunity);
    }

    private static async Task PlayAsync(World world)
    {
        var opportunity = world.OpportunityNamed(Deals.Northwind);
        world.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { [CoSellFields.ShareWithAws] = true }, Deals.Seller);
        await ThroughAsync(world);
        var record = world.RecordOf(Deals.Northwind)["Id"]!.GetValue<string>();
        world.SellerEdits(record, Deals.Complete());
        world.SellerEdits(record, new JsonObject { [CoSellFields.SubmitToAws] = true });
        await ThroughAsync(world);
        world.Emulated.PartnerCentral.Review(world.OpportunityId(record), "Approved");
        await ThroughAsync(world);
        world.SellerEdits(record, new JsonObject { ["Next_Step__c"] = "Offer" });
        world.ColleagueEdits(record, "Project.AdditionalComments", "Ask Priya.");
        await ThroughAsync(world);
        world.ColleagueEdits(record, "Project.CustomerUseCase", "Database");
        await ThroughAsync(world);
    }

    private static async Task ThroughAsync(World world)
    {
        try
        {
            await world.SyncAsync(40);
        }
        catch (OperationCanceledException)
        {
            await world.RestartAsync();
            await world.SyncAsync(40);
        }
    }
}
