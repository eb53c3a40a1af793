using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>
/// POST /services/oauth2/token with client credentials or a JWT bearer assertion. The app runs as the integration user; there is no refresh token, and no word on when the session ends.
/// </summary>
internal sealed class TokenEndpoint(Org org, SalesforceEmulatorOptions options, TimeProvider clock)
{
    private const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly string[] SharedHosts = ["login.salesforce.com", "test.salesforce.com"];

    public ApiReply Answer(string method, string host, string? authorization, string body)
    {
        if (method != "POST")
            return Error("invalid_request", "must use HTTP POST");
        var form = FormText.Parse(body);
        return form.GetValueOrDefault("grant_type") switch
        {
            "client_credentials" => ClientCredentials(host, authorization, form),
            JwtBearer => Bearer(form),
            null or "" => Error("invalid_request", "grant_type is missing"),
            _ => Error("unsupported_grant_type", "grant type not supported"),
        };
    }

    private ApiReply ClientCredentials(string host, string? authorization, IReadOnlyDictionary<string, string> form)
    {
        // This flow needs the org's own domain: login. and test. do not know which org is meant.
        if (SharedHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            return Error("invalid_grant", "request not supported on this domain");
        var (id, secret) = Basic(authorization) ?? (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
        if (id != options.ClientId)
            return Error("invalid_client_id", "client identifier invalid");
        if (secret != options.ClientSecret)
            return Error("invalid_client", "invalid client credentials");
        var user = org.User(options.Username)!;
        return user["IsActive"] is true ? Token(user.Id) : Error("invalid_grant", "inactive user");
    }

    /// <summary>The assertion says it all; clients send other parameters too.</summary>
    private ApiReply Bearer(IReadOnlyDictionary<string, string> form)
    {
        var (user, (error, description)) = new BearerAssertion(org, options, clock).Check(form.GetValueOrDefault("assertion"));
        return user is not null ? Token(user) : Error(error, description);
    }

    private ApiReply Token(string userId)
    {
        var idUrl = IdentityEndpoint.Url(options.InstanceUrl, org.Id, userId);
        var issuedAt = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString();
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.ClientSecret), Encoding.UTF8.GetBytes(idUrl + issuedAt));
        return ApiReply.Ok(new JsonObject
        {
            ["access_token"] = org.Sessions.Open(userId),
            ["signature"] = Convert.ToBase64String(signature),
            ["scope"] = "api",
            ["instance_url"] = options.InstanceUrl.ToString().TrimEnd('/'),
            ["id"] = idUrl,
            ["token_type"] = "Bearer",
            ["issued_at"] = issuedAt,
        });
    }

    private static (string? Id, string? Secret)? Basic(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization["Basic ".Length..].Trim(), bytes, out var length))
            return (null, null);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair.Length == 2 ? (FormText.Decode(pair[0]), FormText.Decode(pair[1])) : (null, null);
    }

    /// <summary>OAuth's error body is an object, unlike the data API's.</summary>
    private static ApiReply Error(string error, string description) =>
        new(HttpStatusCode.BadRequest, new JsonObject { ["error"] = error, ["error_description"] = description }) { ErrorCode = error };
}
