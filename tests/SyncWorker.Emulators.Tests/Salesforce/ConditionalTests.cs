using System.Globalization;
using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class ConditionalTests : IDisposable
{
    private const string IfUnmodifiedSince = "If-Unmodified-Since";
    private const string IfModifiedSince = "If-Modified-Since";

    private readonly EmulatedOrg org = new();
    private readonly string id;

    public ConditionalTests() => id = org.IdOf("Wingtip analytics");

    private string Path => $"/sobjects/Opportunity/{id}";

    public void Dispose() => org.Dispose();

    [Fact]
    public void A_record_unmodified_since_is_updated() =>
        Assert.Equal(HttpStatusCode.NoContent, org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);

    [Fact]
    public void A_record_modified_since_is_refused_with_412_and_nothing_is_written()
    {
        var answer = org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:19:59 GMT"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal("""[{"message":"record has been modified since you retrieved it","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK"}]""", answer.Text);
        Assert.Equal("Discovery call", (string?)org.Get(Path).Json["NextStep"]);
    }

    [Fact]
    public void A_change_in_the_same_second_as_the_read_passes()
    {
        org.Emulator.Edit("Opportunity", id, new() { ["NextStep"] = "by hand" }, EmulatedOrg.Seller);

        Assert.Equal(HttpStatusCode.NoContent, org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);
    }

    [Fact]
    public void The_date_header_of_the_read_serves_as_the_precondition()
    {
        var date = org.Get(Path).Http.Headers.Date!.Value.ToString("r", CultureInfo.InvariantCulture);
        org.Clock.Advance(TimeSpan.FromSeconds(1));
        org.Emulator.Edit("Opportunity", id, new() { ["NextStep"] = "by hand" }, EmulatedOrg.Seller);

        Assert.Equal(HttpStatusCode.PreconditionFailed, org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, date)).Status);
    }

    [Fact]
    public void A_system_touch_does_not_fail_the_precondition()
    {
        org.Clock.Advance(TimeSpan.FromSeconds(5));
        org.Emulator.Touch("Opportunity", id);

        Assert.Equal(HttpStatusCode.NoContent, org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT")).Status);
    }

    [Theory]
    [InlineData("2026-11-22T21:20:00Z")]
    [InlineData("yesterday")]
    public void Refuses_a_date_that_is_not_RFC_1123(string date) =>
        Assert.Equal(HttpStatusCode.BadRequest, org.Patch(Path, """{"NextStep":"x"}""", (IfUnmodifiedSince, date)).Status);

    [Fact]
    public void A_read_of_an_unchanged_record_is_304_without_a_body()
    {
        var answer = org.Get(Path, (IfModifiedSince, "Sun, 22 Nov 2026 21:20:00 GMT"));

        Assert.Equal((HttpStatusCode.NotModified, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public void A_read_of_a_changed_record_brings_it() =>
        Assert.Equal(HttpStatusCode.OK, org.Get(Path, (IfModifiedSince, "Sun, 22 Nov 2026 21:19:59 GMT")).Status);
}
