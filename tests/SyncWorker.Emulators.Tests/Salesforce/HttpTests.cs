using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class HttpTests : IDisposable
{
    private readonly EmulatedOrg _org = new(o => o.DailyApiRequests = 5);

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Lists_versions_without_a_login()
    {
        _org.Client.DefaultRequestHeaders.Authorization = null;

        var versions = _org.Get("/services/data/").Json.AsArray();

        Assert.Equal("""{"label":"Summer '26","url":"/services/data/v67.0","version":"67.0"}""", versions.Single(v => (string?)v!["version"] == "67.0")!.ToJsonString(Unescaped));
        Assert.Equal("31.0", (string?)versions[0]!["version"]);
    }

    [Theory]
    [InlineData("66.0", "Spring '26")]
    [InlineData("68.0", "Winter '27")]
    [InlineData("31.0", "Summer '14")]
    public void Names_a_version_by_its_release(string version, string label) =>
        Assert.Equal(label, (string?)_org.Get("/services/data/").Json.AsArray().Single(v => (string?)v!["version"] == version)!["label"]);

    [Theory]
    [InlineData("v31.0", HttpStatusCode.OK)]
    [InlineData("v51.0", HttpStatusCode.OK)]
    [InlineData("v68.0", HttpStatusCode.OK)]
    [InlineData("v30.0", HttpStatusCode.Gone)]
    [InlineData("v99.0", HttpStatusCode.NotFound)]
    [InlineData("v67.1", HttpStatusCode.NotFound)]
    public void Answers_versions_from_31_on_and_calls_older_ones_gone(string version, HttpStatusCode status) =>
        Assert.Equal(status, _org.Get($"/services/data/{version}/limits").Status);

    [Fact]
    public void Every_reply_carries_the_date_of_the_orgs_clock()
    {
        _org.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 21, 20, 0, 500, TimeSpan.Zero), _org.Get("/services/data/").Http.Headers.Date);
    }

    [Fact]
    public void Data_calls_say_how_much_is_used_up()
    {
        _org.Get("/limits");

        Assert.Equal("api-usage=2/5", _org.Get("/limits").Http.Headers.GetValues("Sforce-Limit-Info").Single());
    }

    [Fact]
    public void The_list_of_versions_does_not_count() => Assert.False(_org.Get("/services/data/").Http.Headers.Contains("Sforce-Limit-Info"));

    [Fact]
    public void Limits_say_what_remains() => Assert.Equal("""{"DailyApiRequests":{"Max":5,"Remaining":4}}""", _org.Get("/limits").Text);

    [Fact]
    public void The_call_beyond_the_limit_is_refused_until_a_day_has_passed()
    {
        for (var i = 0; i < 5; i++)
            _org.Get("/limits");

        _org.Get("/limits").IsRefused(HttpStatusCode.Forbidden, "REQUEST_LIMIT_EXCEEDED");

        _org.Clock.Advance(TimeSpan.FromHours(24));
        _org.LogIn();
        Assert.Equal(HttpStatusCode.OK, _org.Get("/limits").Status);
    }

    [Fact]
    public void An_address_over_16384_bytes_is_refused_with_414_and_no_JSON()
    {
        var answer = _org.Query($"SELECT Id FROM Opportunity WHERE Name = '{new string('x', 16_384)}'");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.Status);
        Assert.Equal("text/html", answer.Http.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public void Address_and_headers_together_over_16384_bytes_are_refused_with_431() =>
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, _org.Get("/limits", ("X-Note", new string('x', 16_384))).Status);

    [Fact]
    public void An_unknown_resource_is_not_found() => _org.Get("/nothing").IsRefused(HttpStatusCode.NotFound, "NOT_FOUND");

    [Fact]
    public void An_authorization_of_another_scheme_is_refused()
    {
        _org.Client.DefaultRequestHeaders.Authorization = new("Basic", "eA==");

        _org.Get("/limits").IsRefused(HttpStatusCode.Unauthorized, "INVALID_AUTH_HEADER");
    }

    [Fact]
    public void Letters_beyond_ASCII_are_written_as_they_are() =>
        Assert.Contains("München", _org.Query("SELECT BillingCity FROM Account WHERE BillingCountryCode = 'DE'").Text);

    private static System.Text.Json.JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
