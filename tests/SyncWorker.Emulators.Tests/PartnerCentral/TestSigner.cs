using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SyncWorker.Emulators.Tests.PartnerCentral;

/// <summary>Signs requests the way a client does; written for the tests, so that it shares no mistake with the verifier.</summary>
internal sealed class TestSigner(string accessKeyId, string secret, string region = "us-east-1", string service = "partnercentral-selling")
{
    /// <summary>Signs host, x-amz-date and the named headers of a request without a query.</summary>
    public void Sign(HttpRequestMessage request, string body, DateTimeOffset at, params string[] alsoSigned)
    {
        var date = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Host, ["x-amz-date"] = date };
        foreach (var name in alsoSigned)
        {
            values[name.ToLowerInvariant()] = request.Headers.TryGetValues(name, out var found) || request.Content!.Headers.TryGetValues(name, out found) ? found.Single() : "";
        }

        var signed = string.Join(';', values.Keys);
        var headers = string.Concat(values.Select(v => $"{v.Key}:{v.Value}\n"));
        var canonical = $"{request.Method}\n{request.RequestUri.AbsolutePath}\n\n{headers}\n{signed}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { date[..8], region, service, "aws4_request" }) key = Mac(key, part);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/{scope}, SignedHeaders={signed}, Signature={Hex(Mac(key, toSign))}");
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
