using System.Text.Json.Nodes;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

/// <summary>A lookup that somebody changes while its deal is adopted.</summary>
public sealed class ChangedLookupTests : IAsyncDisposable
{
    private const string Lookup = "Opportunity__c";

    private readonly Wire _wire = new();
    private readonly DayOne _day;

    public ChangedLookupTests() => _day = new DayOne(_wire.Around);

    public ValueTask DisposeAsync() => _day.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lookup_that_is_changed_while_its_deal_is_adopted_does_not_keep_the_connection_from_going_live(bool isEmptied)
    {
        var number = _day.AtAws("Claims intake", _day.Opportunity("Claims intake", "Negotiation/Review"));
        var other = isEmptied ? null : _day.Opportunity("Portal");
        var file = await _day.ListAsync();
        _wire.After = call =>
        {
            if (call.Operation == "POST AWS_Co_Sell_Opportunity__c") Look(_day.RecordOf(number), other);
        };
        Assert.Equal(1, (await _day.ApplyAsync(file)).Adopted);
        Assert.Equal(other, (await _day.Store.FindByOpportunityAsync(number, default))!.Link.MappedObjectId);
        Assert.Equal("0 adopted, 1 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(file)).ToString());
        Assert.DoesNotContain(number, await _day.ListAsync(), StringComparison.Ordinal);
        Assert.Empty(await _day.GoLiveAsync());
        await _day.RunAsync();
        Assert.Empty(_day.World.AwsWrites());
    }

    [Fact]
    public async Task A_lookup_that_was_emptied_before_its_record_was_adopted_by_number_does_not_keep_the_connection_from_going_live()
    {
        var (opportunity, number) = (_day.Opportunity("Claims intake"), _day.AtAws("Claims intake"));
        _day.World.Emulated.Salesforce.Create(_day.World.Map.RecordType, new JsonObject { ["APN_CRM_Unique_Identifier__c"] = number, [Lookup] = opportunity }, Deals.Seller);
        await _day.RunAsync(2);
        Look(_day.RecordOf(number), null);
        Assert.Equal(1, (await _day.ApplyAsync(await _day.ListAsync())).Adopted);
        Assert.Null((await _day.Store.FindByOpportunityAsync(number, default))!.Link.MappedObjectId);
        Assert.Empty(await _day.GoLiveAsync());
    }

    private void Look(JsonObject record, string? opportunity) => _day.World.Emulated.Salesforce.Edit(_day.World.Map.RecordType, record["Id"]!.GetValue<string>(), new JsonObject { [Lookup] = opportunity }, Deals.Seller);
}
