using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.Extensions.Time.Testing;
using SyncWorker.Tests.Recorded;

namespace SyncWorker.Tests.Salesforce.SignIn;

public sealed class JwtBearerTests : IDisposable
{
    private const string Granted = """{"access_token":"00D!first","instance_url":"https://example.my.salesforce.com","id":"https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA","token_type":"Bearer","scope":"api"}""";

    private readonly Keys _keys = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly ScriptedHandler _signIn = new((HttpStatusCode.OK, Granted));

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task The_assertion_names_app_user_and_audience_for_three_minutes_and_the_certificate_proves_it()
    {
        await QueryAsync([]);
        Assert.Equal(("example.my.salesforce.com", "/services/oauth2/token"), (_signIn.Asked[0].Host, _signIn.Asked[0].PathAndQuery));
        var form = HttpUtility.ParseQueryString(_signIn.Asked[0].Body);
        Assert.Equal("grant_type assertion", string.Join(' ', form.AllKeys));
        Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", form["grant_type"]);

        var parts = form["assertion"]!.Split('.');
        Assert.Equal("RS256", Part(parts[0])["alg"]!.GetValue<string>());
        var claims = Part(parts[1]);
        Assert.Equal(["aud", "exp", "iss", "sub"], claims.Select(c => c.Key).Order());
        Assert.Equal("key", claims["iss"]!.GetValue<string>());
        Assert.Equal("sync@example.com", claims["sub"]!.GetValue<string>());
        Assert.Equal("https://login.salesforce.com", claims["aud"]!.GetValue<string>());
        Assert.Equal(1795424580, claims["exp"]!.GetValue<long>());
        using var certified = _keys.Certificate.GetRSAPublicKey()!;
        Assert.True(certified.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData("https://test.salesforce.com", "test.salesforce.com", "/services/oauth2/token")]
    [InlineData("https://login.salesforce.com/services/oauth2/token", "login.salesforce.com", "/services/oauth2/token")]
    [InlineData("https://proxy.example.com/sf/token", "proxy.example.com", "/sf/token")]
    public async Task The_token_is_asked_for_where_the_setting_says_and_used_at_the_org(string endpoint, string host, string path)
    {
        var data = await QueryAsync(new() { ["Salesforce:TokenEndpoint"] = endpoint, ["Salesforce:Audience"] = "https://test.salesforce.com" });
        Assert.Equal((host, path), (_signIn.Asked[0].Host, _signIn.Asked[0].PathAndQuery));
        Assert.Equal("https://test.salesforce.com", Part(HttpUtility.ParseQueryString(_signIn.Asked[0].Body)["assertion"]!.Split('.')[1])["aud"]!.GetValue<string>());
        Assert.Equal(("example.my.salesforce.com", "Bearer 00D!first"), (data.Asked[0].Host, data.Asked[0].Authorization));
    }

    [Fact]
    public async Task A_key_that_was_renewed_in_its_file_signs_the_next_sign_in()
    {
        using var renewed = new Keys();
        var data = new ScriptedHandler((HttpStatusCode.Unauthorized, """[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"""), (HttpStatusCode.OK, Answers.Empty));
        var signIn = new Answering(_ =>
        {
            File.Copy(renewed.File, _keys.File, overwrite: true);
            return Answers.Json(HttpStatusCode.OK, Granted);
        });
        await Clients.Salesforce(signIn, data, Settings([]), _clock).QueryAsync("SELECT Id FROM Account", default);
        var parts = HttpUtility.ParseQueryString(signIn.Asked[1].Body)["assertion"]!.Split('.');
        using var certified = renewed.Certificate.GetRSAPublicKey()!;
        Assert.True(certified.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    private async Task<ScriptedHandler> QueryAsync(Dictionary<string, string?> settings)
    {
        var data = new ScriptedHandler((HttpStatusCode.OK, Answers.Empty));
        await Clients.Salesforce(_signIn, data, Settings(settings), _clock).QueryAsync("SELECT Id FROM Account", default);
        return data;
    }

    private Dictionary<string, string?> Settings(Dictionary<string, string?> others)
    {
        others["Salesforce:PrivateKeyFile"] = _keys.File;
        others["Salesforce:Username"] = "sync@example.com";
        return others;
    }

    private static JsonObject Part(string part) => (JsonObject)JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
