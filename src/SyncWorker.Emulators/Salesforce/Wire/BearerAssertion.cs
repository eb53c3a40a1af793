using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>
/// The assertion of the JWT bearer flow: signed with RS256 by the key of the app's certificate, by this app, for a user whom an admin has approved for it, to a login server, and not past
/// its end. How far off the end may be is not limited: an official client writes milliseconds.
/// </summary>
internal sealed class BearerAssertion(Org org, SalesforceEmulatorOptions options, TimeProvider clock)
{
    private static readonly string[] LoginServers = ["https://login.salesforce.com", "https://test.salesforce.com"];
    private static readonly (string, string) Invalid = ("invalid_grant", "invalid assertion");

    /// <summary>Checks an assertion.</summary>
    /// <returns>The user; or the refusal in OAuth's words.</returns>
    public (string? UserId, (string Error, string Description) Refusal) Check(string? assertion)
    {
        if (assertion?.Split('.') is not [var header, var payload, var signature]) return (null, Invalid);
        if (Part(header) is not { } head || Text(head, "alg") != "RS256" || Part(payload) is not { } claims) return (null, Invalid);
        if (Text(claims, "iss") != options.ClientId) return (null, ("invalid_client_id", "client identifier invalid"));
        if (!IsSigned($"{header}.{payload}", signature)) return (null, Invalid);
        if (!LoginServers.Contains(Text(claims, "aud")?.TrimEnd('/'))) return (null, ("invalid_grant", "audience is invalid"));
        if (!(End(claims) > clock.GetUtcNow().ToUnixTimeSeconds())) return (null, ("invalid_grant", "expired authorization code"));
        if (!options.Username.Equals(Text(claims, "sub") ?? Text(claims, "prn"), StringComparison.OrdinalIgnoreCase)) return (null, ("invalid_grant", "user hasn't approved this consumer"));
        var user = org.User(options.Username)!;
        return user["IsActive"] is true ? (user.Id, default) : (null, ("invalid_grant", "inactive user"));
    }

    private bool IsSigned(string signed, string signature)
    {
        if (options.CertificatePem is not { } pem || !Base64Url.IsValid(signature)) return false;
        using var certificate = X509Certificate2.CreateFromPem(pem);
        using var key = certificate.GetRSAPublicKey();
        return key is not null && key.VerifyData(Encoding.ASCII.GetBytes(signed), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static JsonObject? Part(string text)
    {
        try
        {
            return Base64Url.IsValid(text) ? JsonNode.Parse(Base64Url.DecodeFromChars(text)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject claims, string name) => claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A number of seconds, or the same in quotes.</summary>
    private static double? End(JsonObject claims) =>
        double.TryParse(claims["exp"]?.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var end) ? end : null;
}
