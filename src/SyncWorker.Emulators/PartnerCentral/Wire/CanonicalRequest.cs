using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>The request in the one spelling that both ends of Signature Version 4 sign.</summary>
internal static partial class CanonicalRequest
{
    public static string Build(HttpRequestMessage request, byte[] body, IReadOnlyList<string> signedHeaders)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        var lines = signedHeaders.Select(name => $"{name}:{Header(request, body, name)}\n");
        return string.Join(
            '\n',
            request.Method.Method,
            Path(uri),
            Query(uri),
            string.Concat(lines),
            string.Join(';', signedHeaders),
            Convert.ToHexStringLower(SHA256.HashData(body)));
    }

    /// <summary>The header's raw value, whichever collection .NET keeps it in; null when the request does not carry it.</summary>
    public static string? RawHeader(HttpRequestMessage request, string name)
    {
        if (request.Headers.NonValidated.TryGetValues(name, out var values)) return string.Join(',', values);
        if (request.Content is not null && request.Content.Headers.NonValidated.TryGetValues(name, out values)) return string.Join(',', values);
        return null;
    }

    private static string Header(HttpRequestMessage request, byte[] body, string name)
    {
        // A client in this process has no host and length header until the socket would write them.
        var raw = RawHeader(request, name) ?? name switch
        {
            "host" => request.RequestUri!.IsDefaultPort ? request.RequestUri.IdnHost : request.RequestUri.Authority,
            "content-length" => body.Length.ToString(),
            _ => "",
        };
        return Spaces().Replace(raw.Trim(), " ");
    }

    private static string Path(Uri uri)
    {
        var path = uri.AbsolutePath;
        // Every service but S3 encodes the already encoded path once more.
        return path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static string Query(Uri uri)
    {
        var query = uri.Query.TrimStart('?');
        if (query.Length == 0) return "";
        var pairs = query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (Name: Encode(pair[0]), Value: pair.Length == 2 ? Encode(pair[1]) : ""));
        return string.Join('&', pairs.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Value, StringComparer.Ordinal).Select(p => $"{p.Name}={p.Value}"));
    }

    private static string Encode(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
