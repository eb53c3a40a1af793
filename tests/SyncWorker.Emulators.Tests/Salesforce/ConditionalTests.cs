using System.Globalization;
using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class ConditionalTests : IDisposable
{
    private const string IfUnmodifiedSince = "If-Unmodified-Since";
    private const string IfModifiedSince = "If-Modified-Since";

    private readonly EmulatedOrg _org = new();
    private readonly string _id;

    public ConditionalTests() => _id = _org.IdOf("Wingtip analytics");

    private string Path => $"/sobjects/Opportunity/{_id}";

    public void Dispose() => _org.Dispose();

    [Fact]
    public void A_record_unmodified_since_is_updated() =>
        Assert.Equal(HttpStatusCode.NoContent, _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);

    [Fact]
    public void A_record_modified_since_is_refused_with_412_and_nothing_is_written()
    {
        var answer = _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:19:59 GMT"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal("""[{"message":"record has been modified since you retrieved it","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK"}]""", answer.Text);
        Assert.Equal("Discovery call", (string?)_org.Get(Path).Json["NextStep"]);
    }

    [Fact]
    public void A_change_in_the_same_second_as_the_read_passes()
    {
        _org.Emulator.Edit("Opportunity", _id, new() { ["NextStep"] = "by hand" }, EmulatedOrg.Seller);

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);
    }

    [Fact]
    public void The_date_header_of_the_read_serves_as_the_precondition()
    {
        var date = _org.Get(Path).Http.Headers.Date!.Value.ToString("r", CultureInfo.InvariantCulture);
        _org.Clock.Advance(TimeSpan.FromSeconds(1));
        _org.Emulator.Edit("Opportunity", _id, new() { ["NextStep"] = "by hand" }, EmulatedOrg.Seller);

        Assert.Equal(HttpStatusCode.PreconditionFailed, _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, date)).Status);
    }

    [Fact]
    public void A_system_touch_does_not_fail_the_precondition()
    {
        _org.Clock.Advance(TimeSpan.FromSeconds(5));
        _org.Emulator.Touch("Opportunity", _id);

        Assert.Equal(HttpStatusCode.NoContent, _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);
    }

    [Theory]
    [InlineData("2026-11-22T21:20:00Z")]
    [InlineData("yesterday")]
    public void Refuses_a_date_that_is_not_RFC_1123(string date) =>
        Assert.Equal(HttpStatusCode.BadRequest, _org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, date)).Status);

    [Fact]
    public void A_read_of_an_unchanged_record_is_304_without_a_body()
    {
        var answer = _org.Get(Path, (IfModifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT"));

        Assert.Equal((HttpStatusCode.NotModified, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public void A_read_of_a_changed_record_brings_it() =>
        Assert.Equal(HttpStatusCode.OK, _org.Get(Path, (IfModifiedSince, "Sun, 22 Nov 2026 21:19:59 GMT")).Status);
}
