using System.Net.Http.Headers;

namespace SyncWorker.Salesforce.SignIn;

/// <summary>What is asked of the token endpoint, in the flow that the settings give.</summary>
internal static class TokenRequest
{
    private const string Path = "/services/oauth2/token";

    public static HttpRequestMessage Of(SalesforceOptions given, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint(given)) { Content = new FormUrlEncodedContent(given.HasPrivateKey ? JwtBearer(given, now) : ClientCredentials(given)) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    /// <summary>Client credentials are answered at the org's own address alone. A bare host means its token endpoint.</summary>
    private static Uri Endpoint(SalesforceOptions given) => given switch
    {
        { HasPrivateKey: true, TokenEndpoint: { AbsolutePath: not "/" } whole } => whole,
        { HasPrivateKey: true, TokenEndpoint: { } host } => new Uri(host, Path),
        _ => new Uri(given.MyDomain!, Path),
    };

    private static Dictionary<string, string> JwtBearer(SalesforceOptions given, DateTimeOffset now) => new()
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
        ["assertion"] = Assertion.Sign(given, now),
    };

    private static Dictionary<string, string> ClientCredentials(SalesforceOptions given) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = given.ClientId!,
        ["client_secret"] = given.Secret()!,
    };
}
