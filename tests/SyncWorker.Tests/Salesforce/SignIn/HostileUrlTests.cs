using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Remote;
using SyncWorker.Tests.Recorded;

namespace SyncWorker.Tests.Salesforce.SignIn;

/// <summary>Answers decide nothing about where a token, secret or assertion goes.</summary>
public sealed class HostileUrlTests
{
    private static readonly string[] Hostile = [.. new HostileUrls()];

    [Fact]
    public void There_are_a_hundred_of_them() => Assert.Equal(100, Hostile.Distinct().Count());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_token_goes_where_a_hostile_instance_url_points(bool suffixIsListed)
    {
        foreach (var url in Hostile)
        {
            var signIn = new Answering(_ => Answers.Json(HttpStatusCode.OK, new JsonObject { ["access_token"] = "00D!first", ["instance_url"] = url }.ToJsonString()));
            var data = new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty));
            var settings = new Dictionary<string, string?>(Clients.ClientCredentials);
            if (suffixIsListed) settings["Salesforce:TrustedHostSuffixes:0"] = ".my.salesforce.com";
            var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(signIn, data, settings).QueryAsync("SELECT Id FROM Account", default));
            Assert.Equal("FOREIGN_INSTANCE", refused.Code);
            Assert.Empty(data.Asked);
            Assert.Equal("https://example.my.salesforce.com/services/oauth2/token", Assert.Single(signIn.Asked).Url);
        }
    }

    [Fact]
    public async Task No_token_goes_where_a_hostile_next_page_points()
    {
        foreach (var url in Hostile.Concat(Traversals))
        {
            var data = new Answering(_ => Answers.Json(HttpStatusCode.OK, new JsonObject { ["totalSize"] = 1, ["done"] = false, ["nextRecordsUrl"] = url, ["records"] = new JsonArray() }.ToJsonString()));
            var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token())), data).QueryAsync("SELECT Id FROM Account", default));
            Assert.Equal("FOREIGN_NEXT_PAGE", refused.Code);
            Assert.Equal("https://example.my.salesforce.com/services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account", Assert.Single(data.Asked).Url);
        }
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task No_credential_follows_a_redirect(string status)
    {
        await using var attacker = new RawServer(_ => RawServer.Json("200 OK", Answers.Token()));
        string Redirected(string to) => RawServer.Json(status, "", $"Location: {to}\r\n");
        foreach (var url in Hostile.Append(attacker.Url.ToString()))
        {
            await using var signIn = new RawServer(_ => Redirected(url));
            await RefusedAsync(signIn.Url);
            Assert.Equal(1, signIn.Asked);

            RawServer? org = null;
            await using var data = org = new RawServer(line => line.Contains("oauth2", StringComparison.Ordinal) ? RawServer.Json("200 OK", Answers.Token(instance: org!.Url.ToString().TrimEnd('/'))) : Redirected(url));
            await RefusedAsync(data.Url);
            Assert.Equal(2, data.Asked);
        }

        Assert.Equal(0, attacker.Asked);
    }

    [Theory]
    [InlineData("https://example.my.salesforce.com", "https://example.my.salesforce.com/", "")]
    [InlineData("https://EXAMPLE.my.salesforce.com/", "https://example.my.salesforce.com/", "")]
    [InlineData("https://example--sand.sandbox.my.salesforce.com", "https://example--sand.sandbox.my.salesforce.com/", ".my.salesforce.com")]
    public async Task Data_is_asked_for_where_a_trusted_instance_url_points(string instance, string host, string suffix)
    {
        var settings = new Dictionary<string, string?>(Clients.ClientCredentials);
        if (suffix.Length > 0) settings["Salesforce:TrustedHostSuffixes:0"] = suffix;
        var data = new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Empty));
        await Clients.Salesforce(new Answering(_ => Answers.Json(HttpStatusCode.OK, Answers.Token(instance: instance))), data, settings).QueryAsync("SELECT Id FROM Account", default);
        Assert.Equal(host + "services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account", Assert.Single(data.Asked).Url);
    }

    private static readonly string[] Traversals =
    [
        "", "/", "services/data/v67.0/query/01g-2000", "/services/data/v67.0/query/../../../oauth2/token", "/services/data/v67.0/query/..", "/services/data/v67.0/query/%2e%2e/limits",
        "/services/data/v67.0/query/01g\\2000", "/services/data/v67.0/query/01g?x=//attacker.example", "/services/data/v67.0/query/01g#x", "/services/data/v67.0/query//attacker.example",
        "/services/data/v67.0/query/01g\r\nHost: attacker.example", "/services/data/v67.0/sobjects/Account/001", "/services/data/v67.0/query/01g\n", "/services/data/v67.0@attacker.example/query/1",
    ];

    private static async Task RefusedAsync(Uri myDomain)
    {
        var settings = new Dictionary<string, string?>(Clients.ClientCredentials) { ["Salesforce:MyDomain"] = myDomain.ToString() };
        var refused = await Assert.ThrowsAsync<RemoteException>(() => Clients.Salesforce(null, null, settings).QueryAsync("SELECT Id FROM Account", default));
        Assert.StartsWith("HTTP 30", refused.Code, StringComparison.Ordinal);
    }
}
