using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>Checks Signature Version 4 from scratch: it hashes the body itself and signs whatever headers the client says it signed.</summary>
internal sealed class SigV4Verifier(string service, PartnerCentralEmulatorOptions options, TimeProvider clock)
{
    private static readonly TimeSpan SkewMax = TimeSpan.FromMinutes(5);

    public void Verify(HttpRequestMessage request, byte[] body)
    {
        var header = CanonicalRequest.RawHeader(request, "Authorization");
        if (string.IsNullOrWhiteSpace(header)) throw new SellingException("MissingAuthenticationToken", "Missing Authentication Token");

        var authorization = AuthorizationHeader.Parse(header);
        var date = CanonicalRequest.RawHeader(request, "X-Amz-Date")
            ?? throw new SellingException("IncompleteSignature", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (authorization.AccessKeyId != options.AccessKeyId || !CarriesSession(request))
            throw new SellingException("UnrecognizedClientException", "The security token included in the request is invalid.");

        CheckTime(date, authorization.Date);
        if (authorization.Region != options.Region) throw Mismatch($"Credential should be scoped to a valid region, not '{authorization.Region}'.");
        if (authorization.Service != service) throw Mismatch($"Credential should be scoped to correct service: '{service}'.");
        if (!authorization.SignedHeaders.Contains("host")) throw Mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

        var canonical = CanonicalRequest.Build(request, body, authorization.SignedHeaders);
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{authorization.Scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(SigningKey(authorization), Encoding.UTF8.GetBytes(toSign)));
        if (!string.Equals(expected, authorization.Signature, StringComparison.OrdinalIgnoreCase))
        {
            throw Mismatch(
                "The request signature we calculated does not match the signature you provided. "
                + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private bool CarriesSession(HttpRequestMessage request) =>
        options.SessionToken is null || CanonicalRequest.RawHeader(request, "X-Amz-Security-Token") == options.SessionToken;

    private void CheckTime(string date, string scopeDate)
    {
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt))
            throw new SellingException("IncompleteSignature", $"Date must be in ISO-8601 'basic format'. Got '{date}'.");
        if (!date.StartsWith(scopeDate, StringComparison.Ordinal))
            throw Mismatch($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scopeDate}' != '{date[..8]}', from '{date}'.");

        // A client outside an emulated world whose clock was set ahead still signs by the clock outside.
        if (clock is EmulatedClock world && (world.OutsideUtcNow - signedAt).Duration() <= SkewMax) return;
        var now = clock.GetUtcNow();
        if (signedAt < now - SkewMax) throw Mismatch($"Signature expired: {date} is now earlier than {Basic(now - SkewMax)} ({Basic(now)} - 5 min.)");
        if (signedAt > now + SkewMax) throw Mismatch($"Signature not yet current: {date} is still later than {Basic(now + SkewMax)} ({Basic(now)} + 5 min.)");
    }

    private byte[] SigningKey(AuthorizationHeader authorization)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + options.SecretAccessKey);
        foreach (var part in new[] { authorization.Date, authorization.Region, authorization.Service, "aws4_request" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }

    private static string Basic(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static SellingException Mismatch(string message) => new("SignatureDoesNotMatch", message);
}
