using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Remote;
using SyncWorker.Salesforce;

namespace SyncWorker.Tests.Recorded;

public sealed class SalesforceWireTests
{
    private const string Token = """{"access_token":"00D!first","instance_url":"https://example.my.salesforce.com","token_type":"Bearer"}""";
    private const string Empty = """{"totalSize":0,"done":true,"records":[]}""";

    [Fact]
    public async Task Signs_in_with_client_credentials_and_carries_the_token()
    {
        var (signIn, data) = (new ScriptedHandler((HttpStatusCode.OK, Token)), new ScriptedHandler((HttpStatusCode.OK, Empty)));
        await Clients.Salesforce(signIn, data).QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal("/services/oauth2/token", signIn.Asked[0].PathAndQuery);
        Assert.Equal("grant_type=client_credentials&client_id=key&client_secret=secret", signIn.Asked[0].Body);
        Assert.Equal("/services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account", data.Asked[0].PathAndQuery);
        Assert.Equal("Bearer 00D!first", data.Asked[0].Authorization);
    }

    [Fact]
    public async Task A_401_signs_in_again_once_and_replays()
    {
        var signIn = new ScriptedHandler((HttpStatusCode.OK, Token), (HttpStatusCode.OK, Token.Replace("first", "second", StringComparison.Ordinal)));
        var data = new ScriptedHandler((HttpStatusCode.Unauthorized, """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"""), (HttpStatusCode.OK, Empty));
        await Clients.Salesforce(signIn, data).QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal(["Bearer 00D!first", "Bearer 00D!second"], data.Asked.Select(a => a.Authorization));
    }

    [Fact]
    public async Task A_token_for_another_host_is_refused_and_goes_nowhere()
    {
        var signIn = new ScriptedHandler((HttpStatusCode.OK, Token.Replace("example.my.salesforce.com", "example.my.salesforce.com.attacker.example", StringComparison.Ordinal)));
        var data = new ScriptedHandler((HttpStatusCode.OK, Empty));
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, data).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal(RemoteErrorKind.Unauthorised, refused.Kind);
        Assert.Empty(data.Asked);
    }

    [Fact]
    public async Task A_refused_sign_in_names_the_settings()
    {
        var signIn = new ScriptedHandler((HttpStatusCode.BadRequest, """{"error":"invalid_client_id","error_description":"client identifier invalid"}"""));
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, new ScriptedHandler((HttpStatusCode.OK, Empty))).QueryAsync("SELECT Id FROM Account", default));
        Assert.Equal(RemoteErrorKind.Unauthorised, refused.Kind);
        Assert.Contains("Salesforce:ClientId", refused.RemoteMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_all_pages_and_refuses_a_page_elsewhere()
    {
        var token = new ScriptedHandler((HttpStatusCode.OK, Token));
        var pages = new ScriptedHandler(
            (HttpStatusCode.OK, """{"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v67.0/query/01g-2000","records":[{"Id":"1"}]}"""),
            (HttpStatusCode.OK, """{"totalSize":2,"done":true,"records":[{"Id":"2"}]}"""));
        var answer = await Clients.Salesforce(token, pages).QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal(["1", "2"], answer.Records.Select(r => r["Id"]!.GetValue<string>()));
        Assert.Equal("/services/data/v67.0/query/01g-2000", pages.Asked[1].PathAndQuery);

        var foreign = new ScriptedHandler((HttpStatusCode.OK, """{"done":false,"nextRecordsUrl":"https://attacker.example/services/data/v67.0/query/1","records":[]}"""));
        await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(new ScriptedHandler((HttpStatusCode.OK, Token)), foreign).QueryAsync("SELECT Id FROM Account", default));
        Assert.Single(foreign.Asked);
    }

    [Fact]
    public async Task Updates_are_guarded_each_for_itself_and_read_back_in_the_same_call()
    {
        var data = new ScriptedHandler((HttpStatusCode.OK, """
            {"compositeResponse":[
              {"body":null,"httpHeaders":{},"httpStatusCode":204,"referenceId":"write0"},
              {"body":[{"message":"m","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK"}],"httpHeaders":{},"httpStatusCode":412,"referenceId":"write1"},
              {"body":null,"httpHeaders":{},"httpStatusCode":204,"referenceId":"write2"},
              {"body":{"totalSize":2,"done":true,"records":[{"Id":"006000000000002AAA","NextStep":"z"},{"Id":"006000000000001AAA","NextStep":"x"}]},"httpHeaders":{},"httpStatusCode":200,"referenceId":"read"}]}
            """));
        var read = new DateTimeOffset(2026, 11, 23, 8, 59, 1, TimeSpan.Zero);
        GuardedUpdate Update(int number, string value) => new("Opportunity", $"00600000000000{number}AAA", new JsonObject { ["NextStep"] = value }, read.AddSeconds(number));
        var landed = await Clients.Salesforce(new ScriptedHandler((HttpStatusCode.OK, Token)), data).UpdateAsync([Update(1, "x"), Update(2, "y"), Update(3, "gone")], "SELECT Id, NextStep FROM Opportunity", DateTimeOffset.MaxValue, default);

        Assert.Equal("x", (await landed[0]).Record["NextStep"]!.GetValue<string>());
        Assert.Equal(RemoteErrorKind.Stale, (await Assert.ThrowsAsync<RemoteException>(() => landed[1])).Kind);
        Assert.True((await Assert.ThrowsAsync<RemoteException>(() => landed[2])).MayHaveLanded);
        var body = JsonNode.Parse(data.Asked[0].Body)!;
        Assert.Equal("""[false,false]""", new JsonArray(body["allOrNone"]!.DeepClone(), body["collateSubrequests"]!.DeepClone()).ToJsonString());
        Assert.Equal("Mon, 23 Nov 2026 08:59:02 GMT", body["compositeRequest"]![0]!["httpHeaders"]!["If-Unmodified-Since"]!.GetValue<string>());
        Assert.Equal("Mon, 23 Nov 2026 08:59:03 GMT", body["compositeRequest"]![1]!["httpHeaders"]!["If-Unmodified-Since"]!.GetValue<string>());
        Assert.Equal("""{"NextStep":"x"}""", body["compositeRequest"]![0]!["body"]!.ToJsonString());
    }

    [Fact]
    public async Task A_create_is_never_sent_twice()
    {
        var data = new ScriptedHandler((HttpStatusCode.ServiceUnavailable, "<html>down</html>"));
        var lost = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(new ScriptedHandler((HttpStatusCode.OK, Token)), data).CreateAsync("Account", [], DateTimeOffset.MaxValue, default));
        Assert.Single(data.Asked);
        Assert.Equal(RemoteErrorKind.Transient, lost.Kind);
        Assert.True(lost.MayHaveLanded);
    }

    [Theory]
    [InlineData(400, """[{"message":"m","errorCo""")]
    [InlineData(200, "<html>Please wait</html>")]
    [InlineData(302, "")]
    public async Task What_became_of_a_create_is_not_known_from_an_answer_that_is_not_Salesforces(int status, string body)
    {
        var client = Clients.Salesforce(new ScriptedHandler((HttpStatusCode.OK, Token)), new ScriptedHandler(((HttpStatusCode)status, body)));
        Assert.True((await Assert.ThrowsAsync<RemoteException>(() => client.CreateAsync("Account", [], DateTimeOffset.MaxValue, default))).MayHaveLanded);
    }

    [Theory]
    [InlineData(412, """[{"message":"m","errorCode":"ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK"}]""", nameof(RemoteErrorKind.Stale))]
    [InlineData(400, """[{"message":"m","errorCode":"UNABLE_TO_LOCK_ROW"}]""", nameof(RemoteErrorKind.Transient))]
    [InlineData(403, """[{"message":"m","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""", nameof(RemoteErrorKind.Throttled))]
    [InlineData(400, """[{"message":"m","errorCode":"STRING_TOO_LONG","fields":["Name"]}]""", nameof(RemoteErrorKind.Rejected))]
    [InlineData(400, """[{"message":"m","errorCode":"DUPLICATE_VALUE"}]""", nameof(RemoteErrorKind.Rejected))]
    [InlineData(404, """[{"message":"m","errorCode":"NOT_FOUND"}]""", nameof(RemoteErrorKind.Missing))]
    [InlineData(503, "<html>down</html>", nameof(RemoteErrorKind.Transient))]
    [InlineData(302, "", nameof(RemoteErrorKind.Transient))]
    [InlineData(400, """[{"message":"m","errorCo""", nameof(RemoteErrorKind.Transient))]
    [InlineData(407, "<html>Proxy authentication</html>", nameof(RemoteErrorKind.Transient))]
    [InlineData(401, "", nameof(RemoteErrorKind.Unauthorised))]
    public void An_error_means(int status, string body, string kind) => Assert.Equal(kind, SalesforceErrors.Read("update", (HttpStatusCode)status, body).Kind.ToString());

    [Fact]
    public void An_errors_own_message_holds_no_words_of_the_remote()
    {
        var error = SalesforceErrors.Read("update", HttpStatusCode.BadRequest, """[{"message":"data value too large: Dana Keller","errorCode":"STRING_TOO_LONG","fields":["Name"]}]""");
        Assert.DoesNotContain("Dana", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Name", Assert.Single(error.Fields).Name);
    }

    [Fact]
    public void A_literal_stays_one_literal() => Assert.Equal(@"'O\'Hara \\ \n x'", Soql.Text("O'Hara \\ \n x"));

    [Theory]
    [InlineData("006000000000001' OR Name != '")]
    [InlineData("")]
    [InlineData("0060000000000")]
    public void Only_an_id_is_an_id(string text) => Assert.Throws<ArgumentException>(() => Soql.Id(text));

    [Fact]
    public void Reads_date_times_as_Salesforce_writes_them() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 21, 20, 0, TimeSpan.Zero), SalesforceTime.Parse("2026-11-22T21:20:00.000+0000"));
}
