using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Remote;
using SyncWorker.State;
using SyncWorker.Tests.Worlds;

namespace SyncWorker.Tests.Adoption;

/// <summary>What one opportunity that cannot be read at AWS does to day one.</summary>
public sealed class UnreadOpportunityTests : IAsyncDisposable
{
    private readonly Wire _wire = new();
    private readonly DayOne _day;
    private readonly HashSet<string> _unread = [];

    public UnreadOpportunityTests() => _day = new DayOne(aroundPartnerCentral: _wire.Around);

    public ValueTask DisposeAsync() => _day.DisposeAsync();

    [Theory]
    [InlineData(400, "AccessDeniedException")]
    [InlineData(500, "InternalServerException")]
    public async Task The_file_of_day_one_says_which_opportunity_could_not_be_read_and_leaves_it_to_a_person(int status, string name)
    {
        var (one, two) = (_day.Opportunity("Claims intake"), _day.Opportunity("Portal", "Negotiation/Review"));
        var (denied, read) = (_day.AtAws("Claims intake", one), _day.AtAws("Portal", two));
        Deny((HttpStatusCode)status, name, denied);
        var file = await _day.ListAsync();
        Assert.Contains($"{denied},{one},\"Approved, Prospect\",identifier,PartnerOpportunityIdentifier {one}; could not be read. Partner Central GetOpportunity failed ({name}): no way,,,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{read},{two},\"Approved, Prospect\",identifier,PartnerOpportunityIdentifier {two},,,,adopt\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{read},{two},,,,Sale Stage,Business Validation,Prospect,\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opportunity_whose_title_cannot_be_read_keeps_no_other_out_of_the_file()
    {
        _day.Opportunity("Claims intake", website: "https://claims.example.com");
        var portal = _day.Opportunity("Portal", website: "https://portal.example.com");
        var (denied, read) = (_day.AtAws("Claims intake", website: "https://claims.example.com"), _day.AtAws("Portal", website: "https://portal.example.com"));
        Deny(HttpStatusCode.BadRequest, "AccessDeniedException", denied);
        var file = await _day.ListAsync();
        Assert.Contains($"{denied},,\"Approved, Prospect\",none,no number and no identifier leads to an Opportunity; could not be read. Partner Central GetOpportunity failed (AccessDeniedException): no way,,,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"{read},{portal},\"Approved, Prospect\",proposal,", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opportunity_that_AWS_denies_is_among_the_failed_and_those_below_it_are_adopted()
    {
        string[] numbers = [_day.AtAws("Claims intake"), _day.AtAws("Portal"), _day.AtAws("Data lake")];
        var file = await DecidedAsync(numbers);
        Deny(HttpStatusCode.BadRequest, "AccessDeniedException", numbers[0]);
        var applied = await _day.ApplyAsync(file);
        Assert.Equal("2 adopted, 0 adopted before, 0 left to AWS, 0 without a decision, 1 failed.", applied.ToString());
        Assert.Equal([$"{numbers[0]}: Partner Central GetOpportunity failed (AccessDeniedException): no way"], applied.Failed);
        _wire.Before = null;
        Assert.Equal("1 adopted, 2 adopted before, 0 left to AWS, 0 without a decision, 0 failed.", (await _day.ApplyAsync(file)).ToString());
    }

    [Fact]
    public async Task Where_AWS_denies_the_next_opportunity_too_the_file_is_given_up()
    {
        string[] numbers = [_day.AtAws("Claims intake"), _day.AtAws("Portal")];
        var file = await DecidedAsync(numbers);
        Deny(HttpStatusCode.BadRequest, "AccessDeniedException", numbers);
        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<RemoteException>(() => _day.ApplyAsync(file))).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_opportunity_that_AWS_lists_and_does_not_find_is_among_the_failed_and_gets_no_record(bool hasOpportunity)
    {
        var opportunity = hasOpportunity ? _day.Opportunity("Claims intake") : null;
        string[] numbers = [_day.AtAws("Claims intake", opportunity), _day.AtAws("Portal")];
        var file = await DecidedAsync(numbers);
        Deny(HttpStatusCode.BadRequest, "ResourceNotFoundException", numbers[0]);
        var applied = await _day.ApplyAsync(file);
        Assert.Equal("1 adopted, 0 adopted before, 0 left to AWS, 0 without a decision, 1 failed.", applied.ToString());
        Assert.Equal([$"{numbers[0]}: Partner Central lists it, and GetOpportunity finds no such opportunity."], applied.Failed);
        Assert.Equal(1, _day.Records);
        if (hasOpportunity) Assert.Contains("could not be read. Partner Central lists it, and GetOpportunity finds no such opportunity", await _day.ListAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launched_opportunity_that_could_not_be_read_when_it_was_to_be_adopted_is_linked_for_reading_alone()
    {
        string[] numbers = [_day.AtAws("Claims intake", _day.Opportunity("Claims intake"))];
        _day.World.Emulated.PartnerCentral.Edit(numbers[0], new Dictionary<string, JsonNode?> { ["LifeCycle.Stage"] = "Launched", ["Customer.Account.AwsAccountId"] = "123456789012" });
        var file = await DecidedAsync(numbers);
        Deny(HttpStatusCode.BadRequest, "AccessDeniedException", numbers);
        Assert.Equal("0 adopted, 0 adopted before, 0 left to AWS, 0 without a decision, 1 failed.", (await _day.ApplyAsync(file)).ToString());
        _wire.Before = null;
        Assert.Empty(await _day.GoLiveAsync());
        await _day.RunAsync();
        _day.World.Emulated.Salesforce.Edit(_day.World.Map.RecordType, _day.RecordOf(numbers[0])["Id"]!.GetValue<string>(), new JsonObject { ["Additional_Comments__c"] = "Won after all" }, Deals.Seller);
        await _day.RunAsync();
        Assert.Empty(_day.World.AwsWrites());
        Assert.True(Assert.Single(await _day.Store.LinksAsync(default)).Link.IsReadOnly);
    }

    private async Task<string> DecidedAsync(string[] numbers)
    {
        var file = await _day.ListAsync();
        foreach (var number in numbers) file = DayOne.Decided(file, number, "", "adopt");
        return file;
    }

    private void Deny(HttpStatusCode status, string name, params string[] numbers)
    {
        _unread.UnionWith(numbers);
        _wire.Before = call => call.Operation == "GetOpportunity" && _unread.Any(u => call.Body.Contains(u, StringComparison.Ordinal)) ? Refusals.Aws(status, name, "no way") : null;
    }
}
