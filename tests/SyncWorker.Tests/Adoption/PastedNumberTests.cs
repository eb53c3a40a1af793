using System.Text.Json.Nodes;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Settling;
using SyncWorker.State;
using SyncWorker.Tests.Engine;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

public sealed class PastedNumberTests
{
    private const string Number = "APN_CRM_Unique_Identifier__c";

    [Fact]
    public async Task An_empty_record_with_the_number_of_an_opportunity_that_was_left_alone_takes_AWSs_values_and_sends_nothing()
    {
        await using var day = new DayOne();
        var opportunity = day.Opportunity("Claims intake", "Negotiation/Review", "2027-09-30");
        var number = day.AtAws("Claims intake");
        await day.ApplyAsync(DayOne.Decided(await day.ListAsync(), number, "", "ignore"));
        await day.GoLiveAsync();
        var record = day.World.Emulated.Salesforce.Create(day.World.Map.RecordType, new JsonObject { [Number] = number, ["Opportunity__c"] = opportunity, ["Next_Step__c"] = "Mine" }, Deals.Seller);
        var aws = day.Document(number).ToJsonString();
        await day.RunAsync();

        Assert.Equal(1, day.Records);
        Assert.Equal(aws, day.Document(number).ToJsonString());
        Assert.Equal("Prospect", day.World.Field(record, "Sale_Stage__c"));
        Assert.Equal("2027-06-30", day.World.Field(record, "Target_Close_Date__c"));
        Assert.Equal("8000.0", day.World.Field(record, "Expected_Monthly_AWS_Revenue__c"));
        Assert.Equal("Mine", day.World.Field(record, "Next_Step__c"));
        Assert.Empty(day.World.AwsWrites());

        day.World.Emulated.Salesforce.Edit("Opportunity", opportunity, new JsonObject { ["CloseDate"] = "2027-10-31" }, Deals.Seller);
        await day.RunAsync();
        Assert.Equal(["UpdateOpportunity"], day.World.AwsWrites());
        Assert.Equal("Prospect", day.Document(number)["LifeCycle"]!["Stage"]!.GetValue<string>());
        Assert.Equal("First call with the customer.", day.Document(number)["LifeCycle"]!["NextSteps"]!.GetValue<string>());
        Assert.Equal("2027-10-31", day.Document(number)["LifeCycle"]!["TargetCloseDate"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_number_on_an_empty_record_is_adopted_by_the_file_too()
    {
        await using var day = new DayOne();
        var number = day.AtAws("Claims intake");
        var record = day.World.Emulated.Salesforce.Create(day.World.Map.RecordType, new JsonObject { [Number] = number }, Deals.Seller);
        await day.RunAsync(2);
        var file = await day.ListAsync();
        Assert.Contains($"{number},{record},\"Approved, Prospect\",pasted,co-sell record {record} has the number,,,,adopt", file, StringComparison.Ordinal);
        Assert.Equal(1, (await day.ApplyAsync(file)).Adopted);
        Assert.Empty(await day.GoLiveAsync());
        await day.RunAsync();
        Assert.Equal("Claims intake", day.World.Field(record, "Partner_Project_Title__c"));
        Assert.Equal(1, day.Records);
        Assert.Empty(day.World.AwsWrites());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_only_looks_sees_that_nothing_is_created_beside_the_number_and_adopts_nothing(bool leadsSomewhere)
    {
        await using var world = new World();
        var record = await world.CompletedAsync(Deals.Northwind);
        var number = leadsSomewhere ? world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake")) : "O77";
        world.SellerEdits(record, new JsonObject { [Number] = number, ["Submit_To_AWS__c"] = true });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<Connections.Connection>().PollSalesforceAsync(default));
        var state = (await world.Store.FindByRecordAsync(record, default))!;
        Look? look = null;
        await world.PassAsync(async () => look = await world.Part<Connections.Connection>().DoAsync(c => world.Part<Settler>().LookOnlyAsync(state, null, c), default));

        Assert.DoesNotContain(look!.Plan.Steps, s => s.Kind == StepKind.CreateOpportunity);
        Assert.Null((await world.Store.FindByRecordAsync(record, default))!.Link.OpportunityId);
    }

    [Theory]
    [InlineData("O77", "APN CRM Unique Identifier: Partner Central knows no O77 that is yours. Check the number and the account, or clear the field.")]
    [InlineData("Opp 12", "APN CRM Unique Identifier: 'Opp 12' is no number of AWS's. Write the letter O and digits, or clear the field.")]
    public async Task A_number_that_leads_nowhere_is_held_and_the_record_says_so(string number, string words)
    {
        await using var world = new World();
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, Deals.Complete(), Deals.Seller);
        world.SellerEdits(record, new JsonObject { [Number] = number, ["Submit_To_AWS__c"] = true });
        await world.SyncAsync();
        Assert.Equal(words, world.Field(record, "Sync_Error__c"));
        Assert.Equal(number, world.Field(record, Number));
        Assert.Empty(world.AwsWrites());

        world.SellerEdits(record, new JsonObject { [Number] = null });
        await world.SyncAsync();
        Assert.DoesNotContain("APN CRM", world.Field(record, "Sync_Error__c"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_a_linked_opportunity_is_held_where_its_own_record_does_not_show_it()
    {
        await using var world = new World();
        var id = world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        await world.SyncAsync();
        var linked = world.RecordOf("Claims intake")["Id"]!.GetValue<string>();
        var clazarId = world.Field(linked, "Clazar_Id__c");
        world.Emulated.Salesforce.Delete(world.Map.RecordType, linked, Deals.Seller);
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = id }, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal($"APN CRM Unique Identifier: {id} is linked to another co-sell record already (Clazar Id {clazarId}). Work on that one, and clear the field here.", world.Field(record, "Sync_Error__c"));
    }

    [Fact]
    public async Task The_number_of_an_opportunity_that_a_poll_has_just_found_is_adopted_and_nothing_fails()
    {
        await using var world = new World();
        var number = world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = number }, Deals.Seller);
        await world.SyncAsync();

        Assert.Equal("Claims intake", world.Field(record, "Partner_Project_Title__c"));
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.DoesNotContain(world.Logs.Lines, l => l.Contains("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_is_pasted_in_the_moment_in_which_the_worker_makes_a_record_of_it_is_adopted()
    {
        var wire = new Wire();
        await using var world = new World(aroundSalesforce: wire.Around);
        var number = world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        string? record = null;
        wire.Before = call =>
        {
            if (call.Operation == "POST AWS_Co_Sell_Opportunity__c") record ??= world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = number }, Deals.Seller);
            return null;
        };
        for (var i = 0; i < 6; i++)
        {
            await world.SyncAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal("Claims intake", world.Field(record!, "Partner_Project_Title__c"));
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
        Assert.DoesNotContain("APN CRM", world.Field(record!, "Sync_Error__c"), StringComparison.Ordinal);
        Assert.Equal(record, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
    }

    [Fact]
    public async Task What_a_seller_had_filled_in_beside_AWSs_value_is_in_the_journal_when_AWSs_next_value_replaces_it()
    {
        await using var world = new World();
        var number = world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = number, ["Next_Step__c"] = "Mine" }, Deals.Seller);
        await world.SyncAsync();
        Assert.Equal("Mine", world.Field(record, "Next_Step__c"));

        world.Emulated.PartnerCentral.Edit(number, new Dictionary<string, JsonNode?> { ["LifeCycle.NextSteps"] = "Second call" });
        await world.SyncAsync();
        Assert.Equal("Second call", world.Field(record, "Next_Step__c"));
        var link = (await world.Store.FindByOpportunityAsync(number, default))!.Link.Id;
        var lost = Assert.Single(await world.Store.JournalAsync(link, default), j => j is { Kind: "loser", Row: "Next Step" }).Detail;
        Assert.Contains("\"Mine\"", lost, StringComparison.Ordinal);
        Assert.Contains("\"StoodApart\"", lost, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_number_of_a_referrals_opportunity_stays_with_the_referral_while_its_acceptance_is_open_unless_that_is_parked(bool isParked)
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var referral = await world.ReferredAsync("Claims intake");
        var link = (await world.Store.FindByRecordAsync(referral, default))!.Link.Id;
        var started = 0;
        wire.LoseAnswers(call => call.Operation == "StartEngagementByAcceptingInvitationTask");
        wire.Before = call => call.Operation.Contains("AcceptingInvitation", StringComparison.Ordinal) && started++ > 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "no route") : null;
        world.SellerEdits(referral, new JsonObject { ["Referral_Decision__c"] = "Accept" });
        await world.SyncAsync(2);
        if (isParked) await world.Store.FailAsync(link, 5, world.Clock.GetUtcNow(), null, default);
        var pasted = Paste(world, "Claims intake");
        await world.SyncAsync(4);
        wire.Before = _ => null;
        await world.Store.AskAsync(link, default);
        await world.SyncAsync();
        await world.SyncAsync();

        var (owner, other) = isParked ? (pasted, referral) : (referral, pasted);
        var number = world.Field(pasted, Number)!;
        Assert.Equal(owner, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.DoesNotContain(await world.Store.LinksAsync(default), l => l.Baseline.Intent is not null);
        Assert.Equal(
            isParked ? "APN CRM Unique Identifier: the referral is accepted, and its opportunity is not linked to this record. Look for it in Partner Central: another co-sell record may have its number. If so, work on that one."
            : $"APN CRM Unique Identifier: {number} is linked to another co-sell record already (Clazar Id {link}). Work on that one, and clear the field here.",
            world.Field(other, "Sync_Error__c"));
        if (isParked) Assert.Equal("Needs attention", world.Field(referral, "Sync_Status__c"));
    }

    [Fact]
    public async Task The_number_of_an_opportunity_that_is_just_being_made_from_another_deal_waits_and_stays_with_that_one()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var deal = await world.CompletedAsync(Deals.Northwind);
        string? pasted = null;
        wire.After = call =>
        {
            if (call.Operation != "CreateOpportunity" || pasted is not null) return;
            pasted = Paste(world, Deals.Northwind);
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
        };
        wire.Before = call => call.Operation == "CreateOpportunity" && pasted is not null && world.Clock.GetUtcNow().Minute < 10 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "no route") : null;
        world.SellerEdits(deal, new JsonObject { ["Submit_To_AWS__c"] = true });
        for (var i = 0; i < 6; i++)
        {
            await world.SyncAsync();
            world.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        var number = world.Field(pasted!, Number)!;
        Assert.Equal(deal, (await world.Store.FindByOpportunityAsync(number, default))!.Link.RecordId);
        Assert.Contains("is linked to another co-sell record already", world.Field(pasted!, "Sync_Error__c"), StringComparison.Ordinal);

        world.SellerEdits(pasted!, new JsonObject { [Number] = null });
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.SyncAsync();
        Assert.Equal(number, world.Field(deal, Number));
    }

    [Fact]
    public async Task The_number_of_an_opportunity_whose_create_is_parked_is_held_and_not_looked_at_again_and_again()
    {
        var wire = new Wire();
        await using var world = new World(aroundPartnerCentral: wire.Around);
        var deal = await world.CompletedAsync(Deals.Northwind);
        var isLost = false;
        wire.After = call =>
        {
            if (call.Operation != "CreateOpportunity" || isLost) return;
            isLost = true;
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection broke");
        };
        var looks = 0;
        wire.Before = call =>
        {
            if (call.Operation == "GetOpportunity") looks++;
            return call.Operation == "CreateOpportunity" && isLost ? throw new HttpRequestException(HttpRequestError.ConnectionError, "no route") : null;
        };
        world.SellerEdits(deal, new JsonObject { ["Submit_To_AWS__c"] = true });
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.CycleAsync();
        await world.Store.FailAsync((await world.Store.FindByRecordAsync(deal, default))!.Link.Id, 5, world.Clock.GetUtcNow(), null, default);
        var pasted = Paste(world, Deals.Northwind);
        await world.SyncAsync(4);
        Assert.Contains("is just being made from another deal", world.Field(pasted, "Sync_Error__c"), StringComparison.Ordinal);

        looks = 0;
        for (var i = 0; i < 6; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(15));
            await world.CycleAsync(sweep: false);
        }

        Assert.Equal(0, looks);
    }

    [Fact]
    public async Task An_opportunity_that_a_poll_has_linked_is_handed_over_once_though_the_commit_fails_at_first()
    {
        FailingStore? store = null;
        await using var world = new World(services => store = FailingStore.Around(services));
        await world.SyncAsync();
        var number = world.Emulated.PartnerCentral.Create(Deals.AtAws("Claims intake"));
        world.Clock.Advance(TimeSpan.FromSeconds(15));
        await world.PassAsync(() => world.Part<Connections.Connection>().PollPartnerCentralAsync(default));
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = number }, Deals.Seller);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.PassAsync(() => world.Part<Connections.Connection>().PollSalesforceAsync(default));
        var pasted = (await world.Store.FindByRecordAsync(record, default))!;
        store!.Fails = method => method == nameof(ISyncStore.HandOverAsync);
        await world.PassAsync(() => Assert.ThrowsAsync<IOException>(() => world.Part<Connections.Connection>().DoAsync(c => world.Part<Settler>().BeginAsync(pasted, null, c), default)));
        Assert.NotEqual(pasted.Link.Id, (await world.Store.FindByOpportunityAsync(number, default))!.Link.Id);

        store.Fails = _ => false;
        await world.SyncAsync();
        Assert.Equal(pasted.Link.Id, (await world.Store.FindByOpportunityAsync(number, default))!.Link.Id);
        Assert.Equal("Claims intake", world.Field(record, "Partner_Project_Title__c"));
        Assert.Single(world.Emulated.Salesforce.Records(world.Map.RecordType));
    }

    [Fact]
    public async Task Of_a_group_that_AWS_has_locked_every_row_that_differs_is_named()
    {
        await using var world = new World();
        var deal = Deals.AtAws("Claims intake");
        deal["Customer"]!["Contacts"] = new JsonArray(new JsonObject { ["FirstName"] = "Dana", ["LastName"] = "Keller", ["Email"] = "dana@humongous.example.com" });
        var number = world.Emulated.PartnerCentral.Create(deal);
        world.Emulated.PartnerCentral.Edit(number, new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Closed Lost", ["LifeCycle.ClosedLostReason"] = "Price" });
        var record = world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = number, ["Customer_First_Name__c"] = "Ana" }, Deals.Seller);
        await world.SyncAsync();

        world.SellerEdits(record, new JsonObject { ["Customer_First_Name__c"] = "Anna" });
        await world.SyncAsync();
        Assert.Contains("Customer First Name differs: locked by AWS.", world.Field(record, "Sync_Note__c"), StringComparison.Ordinal);
        Assert.Contains("Customer Email differs: locked by AWS.", world.Field(record, "Sync_Note__c"), StringComparison.Ordinal);
        Assert.Equal("Anna", world.Field(record, "Customer_First_Name__c"));
    }

    /// <summary>A record with the number of an opportunity of a title.</summary>
    private static string Paste(World world, string title) =>
        world.Emulated.Salesforce.Create(world.Map.RecordType, new JsonObject { [Number] = world.NumberOf(title) }, Deals.Seller);
}
