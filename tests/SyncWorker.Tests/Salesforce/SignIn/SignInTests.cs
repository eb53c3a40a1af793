using System.Net;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Remote;
using SyncWorker.Salesforce.SignIn;
using SyncWorker.Tests.Recorded;

namespace SyncWorker.Tests.Salesforce.SignIn;

public sealed class SignInTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private int _signIns;

    [Fact]
    public async Task However_many_requests_find_the_token_expired_one_signs_in_again()
    {
        var isExpired = false;
        var signIn = new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token($"00D!{++_signIns}")));
        var data = new Answering(r => isExpired && r.Headers.Authorization!.Parameter == "00D!1" ? Answers.Json(HttpStatusCode.Unauthorized, Answers.Expired) : Answers.Json(HttpStatusCode.OK, Answers.Empty));
        var client = Clients.Salesforce(signIn, data, time: _clock);
        await client.QueryAsync("SELECT Id FROM Account", default);
        isExpired = true;
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.QueryAsync("SELECT Id FROM Account", default))));
        Assert.Equal(2, signIn.Asked.Count);
        Assert.Equal(50, data.Asked.Count(a => a.Authorization == "Bearer 00D!2"));
    }

    [Fact]
    public async Task A_401_again_is_the_callers_after_one_replay()
    {
        var signIn = new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token($"00D!{++_signIns}")));
        var data = new Answering(_ => Answers.Json(HttpStatusCode.Unauthorized, Answers.Expired));
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, data, time: _clock).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal((RemoteErrorKind.Unauthorised, "INVALID_SESSION_ID"), (refused.Kind, refused.Code));
        Assert.Equal(["Bearer 00D!1", "Bearer 00D!2"], data.Asked.Select(a => a.Authorization));
    }

    [Theory]
    [InlineData("""[{"message":"Connected app is not attached to Agent","errorCode":"INVALID_SESSION_ID"}]""")]
    [InlineData("""[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]""")]
    public async Task A_401_that_no_new_token_would_mend_is_not_replayed(string body)
    {
        var signIn = new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token()));
        var data = new Answering(_ => Answers.Json(HttpStatusCode.Unauthorized, body));
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, data, time: _clock).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal(RemoteErrorKind.Unauthorised, refused.Kind);
        Assert.Equal((1, 1), (signIn.Asked.Count, data.Asked.Count));
    }

    [Fact]
    public async Task A_refused_sign_in_is_told_once_and_tried_again_after_minutes()
    {
        var isMended = false;
        var signIn = new Answering(_ => isMended ? Answers.Json(HttpStatusCode.OK, Answers.Token()) : Answers.Json(HttpStatusCode.BadRequest, """{"error":"invalid_client","error_description":"invalid client credentials"}"""));
        var client = Clients.Salesforce(signIn, new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty)), time: _clock);
        Task<RemoteException> Refused() => Assert.ThrowsAsync<RemoteException>(() => client.QueryAsync("SELECT Id FROM Account", default));
        Assert.False((await Refused()).WasTold);
        var again = await Refused();
        Assert.True(again.WasTold);
        Assert.Contains("Salesforce:ClientSecret", again.RemoteMessage, StringComparison.Ordinal);
        _clock.Advance(TokenSource.RefusedFor - TimeSpan.FromSeconds(1));
        await Refused();
        Assert.Single(signIn.Asked);

        isMended = true;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal(2, signIn.Asked.Count);
    }

    [Fact]
    public async Task A_token_endpoint_that_is_down_is_tried_again_at_once_and_told_as_passing()
    {
        var signIn = new Answering(_ => ++_signIns < 3 ? Answers.Json(HttpStatusCode.ServiceUnavailable, "<html>down</html>") : Answers.Json(HttpStatusCode.OK, Answers.Token()));
        await Clients.Salesforce(signIn, new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty))).QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal(3, signIn.Asked.Count);

        var down = new Answering(_ => Answers.Json(HttpStatusCode.ServiceUnavailable, "<html>down</html>"));
        var lost = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(down, new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty))).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal(RemoteErrorKind.Transient, lost.Kind);
    }

    [Fact]
    public async Task A_request_takes_no_longer_than_the_setting_says()
    {
        using var hanging = new Hanging();
        var client = Clients.Salesforce(new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token())), hanging, new Dictionary<string, string?>(Clients.ClientCredentials) { ["Salesforce:RequestTimeout"] = "00:00:05" }, _clock);
        var asked = client.CreateAsync("Account", [], DateTimeOffset.MaxValue, default);
        await hanging.Asked;
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(asked.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("NO_ANSWER", (await Assert.ThrowsAsync<RemoteException>(() => asked)).Code);
    }

    [Theory]
    [InlineData("invalid_client_id", "client identifier invalid", "Salesforce:ClientId")]
    [InlineData("invalid_client", "invalid client credentials", "Salesforce:ClientSecret")]
    [InlineData("invalid_grant", "request not supported on this domain", "Salesforce:MyDomain")]
    [InlineData("invalid_grant", "audience is invalid", "Salesforce:Audience")]
    [InlineData("invalid_grant", "invalid assertion", "Salesforce:PrivateKeyFile")]
    [InlineData("invalid_grant", "expired authorization code", "clock")]
    [InlineData("invalid_grant", "user hasn't approved this consumer", "pre-authorise")]
    [InlineData("invalid_app_access", "user is not admin approved to access this app", "pre-authorise")]
    [InlineData("invalid_grant", "inactive user", "inactive or locked")]
    [InlineData("invalid_grant", "no client credentials user enabled", "run-as user")]
    [InlineData("unsupported_grant_type", "grant type not supported", "enable JWT bearer")]
    [InlineData("invalid_request", "something new", "Salesforce:MyDomain, Salesforce:ClientId and Salesforce:ClientSecret")]
    public async Task A_refused_sign_in_names_the_setting_to_look_at(string error, string description, string setting)
    {
        var signIn = new Answering(_ => Answers.Json(HttpStatusCode.BadRequest, $$"""{"error":"{{error}}","error_description":"{{description}}"}"""));
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, new Answering(_ => throw new InvalidOperationException())).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal((RemoteErrorKind.Unauthorised, error), (refused.Kind, refused.Code));
        Assert.Contains(setting, refused.RemoteMessage, StringComparison.Ordinal);
        Assert.Contains(description, refused.RemoteMessage, StringComparison.Ordinal);
    }
}
