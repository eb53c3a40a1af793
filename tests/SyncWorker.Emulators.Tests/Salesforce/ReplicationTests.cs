using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class ReplicationTests : IDisposable
{
    private readonly EmulatedOrg _org = new();
    private readonly string _id;

    public ReplicationTests()
    {
        _id = _org.IdOf("Wingtip analytics");
        _org.Clock.Advance(TimeSpan.FromMinutes(10));
    }

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Lists_what_changed_between_two_minutes()
    {
        _org.Emulator.Edit("Opportunity", _id, new() { ["NextStep"] = "x" }, EmulatedOrg.Seller);

        Assert.Equal($$"""{"ids":["{{_id}}"],"latestDateCovered":"2026-11-22T21:31:00.000+0000"}""", Ask("updated", "2026-11-22T21:29:59Z", "2026-11-22T21:31:59Z").Text);
    }

    [Fact]
    public void The_end_is_outside() => Assert.Equal("""{"ids":[],"latestDateCovered":"2026-11-22T21:20:00.000+0000"}""", Ask("updated", "2026-11-22T21:10:00Z", "2026-11-22T21:20:59Z").Text);

    [Fact]
    public void Lists_what_was_deleted()
    {
        _org.Delete($"/sobjects/Opportunity/{_id}");

        var answer = Ask("deleted", "2026-11-22T21:20:00Z", "2026-11-22T21:31:00Z").Json;

        Assert.Equal($$"""[{"id":"{{_id}}","deletedDate":"2026-11-22T21:30:00.000+0000"}]""", answer["deletedRecords"]!.ToJsonString().Replace("\\u002B", "+"));
    }

    [Fact]
    public void Lists_a_role_deleted_by_itself_which_no_query_shows()
    {
        var role = (string)_org.Emulator.Records("OpportunityContactRole")[0]!["Id"]!;
        _org.Delete($"/sobjects/OpportunityContactRole/{role}");

        var answer = _org.Get("/sobjects/OpportunityContactRole/deleted/?start=2026-11-22T21:20:00Z&end=2026-11-22T21:31:00Z").Json;

        Assert.Equal(role, (string?)answer["deletedRecords"]![0]!["id"]);
    }

    [Theory]
    [InlineData("updated", "2026-11-22T21:30:10Z", "2026-11-22T21:30:50Z")]
    [InlineData("updated", "2026-10-01T00:00:00Z", "2026-11-22T21:30:00Z")]
    [InlineData("deleted", "2026-11-01T00:00:00Z", "2026-11-22T21:30:00Z")]
    [InlineData("updated", "yesterday", "2026-11-22T21:30:00Z")]
    public void Refuses_a_window_it_cannot_answer(string what, string start, string end) => Ask(what, start, end).IsRefused(HttpStatusCode.BadRequest, "INVALID_REPLICATION_DATE");

    private Answer Ask(string what, string start, string end) => _org.Get($"/sobjects/Opportunity/{what}?start={Uri.EscapeDataString(start)}&end={Uri.EscapeDataString(end)}");
}
