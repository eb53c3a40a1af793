using System.Net;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class PagingTests : IDisposable
{
    private const string All = "SELECT Name FROM Region__c ORDER BY Name";

    private readonly EmulatedOrg _org = new();

    public PagingTests()
    {
        for (var i = 0; i < 450; i++)
            _org.Emulator.Create("Region__c", new JsonObject { ["Name"] = $"Region {i:D4}" }, EmulatedOrg.Seller);
    }

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Walks_all_pages_by_the_urls_given()
    {
        var first = Page(200);
        var second = _org.Get((string)first.Json["nextRecordsUrl"]!);
        var third = _org.Get((string)second.Json["nextRecordsUrl"]!);

        Assert.Equal([450, 450, 450], new[] { first, second, third }.Select(p => (int)p.Json["totalSize"]!));
        Assert.Equal([false, false, true], new[] { first, second, third }.Select(p => (bool)p.Json["done"]!));
        Assert.Equal([200, 200, 50], new[] { first, second, third }.Select(p => p.Names.Length));
        Assert.Null(third.Json["nextRecordsUrl"]);
        Assert.Equal(450, first.Names.Concat(second.Names).Concat(third.Names).Distinct().Count());
        Assert.StartsWith("/services/data/v67.0/query/01g", (string?)first.Json["nextRecordsUrl"]);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(300, 300)]
    [InlineData(9999, 450)]
    public void Keeps_the_batch_size_between_200_and_2000(int asked, int got) => Assert.Equal(got, Page(asked).Names.Length);

    [Fact]
    public void Answers_up_to_2000_at_once_when_not_told() => Assert.Equal(450, _org.Query(All).Names.Length);

    [Fact]
    public void A_page_shows_the_answer_as_it_was_when_asked()
    {
        var next = (string)Page(200).Json["nextRecordsUrl"]!;
        foreach (var region in _org.Emulator.Records("Region__c"))
            _org.Emulator.Delete("Region__c", (string)region!["Id"]!, EmulatedOrg.Seller);

        Assert.Equal("Region 0200", _org.Get(next).Names[0]);
    }

    [Fact]
    public void A_page_may_be_asked_for_again()
    {
        var next = (string)Page(200).Json["nextRecordsUrl"]!;

        Assert.Equal(_org.Get(next).Text, _org.Get(next).Text);
    }

    [Theory]
    [InlineData("/query/01gnope-2000")]
    [InlineData("/query/nope")]
    public void Refuses_a_locator_it_never_gave(string path) => _org.Get(path).IsRefused(HttpStatusCode.BadRequest, "INVALID_QUERY_LOCATOR");

    [Fact]
    public void A_locator_expires_after_two_days()
    {
        var next = (string)Page(200).Json["nextRecordsUrl"]!;
        _org.Clock.Advance(TimeSpan.FromDays(2));
        _org.LogIn();

        _org.Get(next).IsRefused(HttpStatusCode.BadRequest, "INVALID_QUERY_LOCATOR");
    }

    [Fact]
    public void The_eleventh_open_cursor_closes_the_first()
    {
        var pages = Enumerable.Range(0, 11).Select(_ => (string)Page(200).Json["nextRecordsUrl"]!).ToList();

        _org.Get(pages[0]).IsRefused(HttpStatusCode.BadRequest, "INVALID_QUERY_LOCATOR");
        Assert.Equal(HttpStatusCode.OK, _org.Get(pages[1]).Status);
    }

    private Answer Page(int size) => _org.Query(All, ("Sforce-Query-Options", $"batchSize={size}"));
}
