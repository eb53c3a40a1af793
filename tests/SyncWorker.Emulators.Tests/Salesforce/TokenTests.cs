using System.Net;

namespace SyncWorker.Emulators.Tests.Salesforce;

public sealed class TokenTests : IDisposable
{
    private readonly EmulatedOrg _org = new();

    public void Dispose() => _org.Dispose();

    [Fact]
    public void Grants_client_credentials_from_the_form()
    {
        var answer = _org.Token("grant_type=client_credentials&client_id=key&client_secret=secret");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Bearer", (string?)answer.Json["token_type"]);
        Assert.Equal("https://org.example.com", (string?)answer.Json["instance_url"]);
        Assert.Equal("1795382400500", (string?)answer.Json["issued_at"]);
        Assert.NotNull(answer.Json["signature"]);
        Assert.NotNull(answer.Json["scope"]);
    }

    [Fact]
    public void Grants_client_credentials_from_HTTP_Basic() =>
        Assert.Equal(HttpStatusCode.OK, _org.Token("grant_type=client_credentials", basic: "key:secret").Status);

    [Fact]
    public void Never_says_when_the_session_expires() => Assert.Null(_org.LogIn().Json["expires_in"]);

    [Fact]
    public void Issues_no_refresh_token() => Assert.Null(_org.LogIn().Json["refresh_token"]);

    [Fact]
    public void Names_org_and_integration_user_in_the_id_url()
    {
        var segments = new Uri((string)_org.LogIn().Json["id"]!).Segments;
        var user = (string)_org.Query("SELECT Id FROM User WHERE Username = 'sync.integration@example.com'").Json["records"]![0]!["Id"]!;

        Assert.Equal(user, segments[^1]);
        Assert.StartsWith("00D", segments[^2]);
        Assert.Equal(18, segments[^2].TrimEnd('/').Length);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=other&client_secret=secret", "invalid_client_id", "client identifier invalid")]
    [InlineData("grant_type=client_credentials&client_id=key&client_secret=other", "invalid_client", "invalid client credentials")]
    [InlineData("grant_type=password&username=a&password=b", "unsupported_grant_type", "grant type not supported")]
    public void Refuses_with_an_object_and_status_400(string form, string error, string description)
    {
        var answer = _org.Token(form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(error, (string?)answer.Json["error"]);
        Assert.Equal(description, (string?)answer.Json["error_description"]);
    }

    [Theory]
    [InlineData("login.salesforce.com")]
    [InlineData("test.salesforce.com")]
    public void Refuses_client_credentials_on_a_shared_domain(string host)
    {
        var answer = _org.Token("grant_type=client_credentials&client_id=key&client_secret=secret", host);

        Assert.Equal("invalid_grant", (string?)answer.Json["error"]);
        Assert.Equal("request not supported on this domain", (string?)answer.Json["error_description"]);
    }

    [Fact]
    public void Session_ends_two_hours_after_its_last_use()
    {
        _org.Clock.Advance(TimeSpan.FromHours(2));

        _org.Get("/limits").IsRefused(HttpStatusCode.Unauthorized, "INVALID_SESSION_ID");
    }

    [Fact]
    public void Every_use_slides_the_session()
    {
        _org.Clock.Advance(TimeSpan.FromMinutes(90));
        _org.Get("/limits");
        _org.Clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(HttpStatusCode.OK, _org.Get("/limits").Status);
    }

    [Fact]
    public void An_ended_session_is_answered_word_for_word()
    {
        _org.Emulator.EndSessions();

        Assert.Equal("""[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]""", _org.Get("/limits").Text);
    }

    [Fact]
    public void A_request_without_a_token_is_unauthorised()
    {
        _org.Client.DefaultRequestHeaders.Authorization = null;

        _org.Get("/limits").IsRefused(HttpStatusCode.Unauthorized, "INVALID_SESSION_ID");
    }

    [Fact]
    public void An_inactive_integration_user_gets_no_token()
    {
        var user = (string)_org.Query("SELECT Id FROM User WHERE Username = 'sync.integration@example.com'").Json["records"]![0]!["Id"]!;
        _org.Emulator.Edit("User", user, new() { ["IsActive"] = false }, EmulatedOrg.Seller);

        Assert.Equal("inactive user", (string?)_org.Token("grant_type=client_credentials&client_id=key&client_secret=secret").Json["error_description"]);
    }

    [Fact]
    public void The_id_url_says_who_the_token_belongs_to()
    {
        var url = new Uri((string)_org.LogIn().Json["id"]!);

        var identity = _org.Get("/services/oauth2/userinfo").Json;
        Assert.Equal(url.Segments[^1], (string?)identity["user_id"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        Assert.Equal("sync.integration@example.com", (string?)_org.Send(request).Json["username"]);
    }
}
