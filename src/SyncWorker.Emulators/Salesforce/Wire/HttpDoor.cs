using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Between HTTP and the calls: who asks, how much is used up, how long an address may be, and how a reply is written.</summary>
internal sealed class HttpDoor(Org org, SalesforceEmulatorOptions options, TimeProvider clock)
{
    private const int UriBytesMost = 16_384;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the journal calls a request: "GET query", "PATCH sobjects/Opportunity".</summary>
    public static string Operation(HttpRequestMessage request)
    {
        var segments = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = segments switch
        {
            ["services", "oauth2", var what, ..] => what,
            ["id", ..] => "id",
            ["services", "data"] => "versions",
            ["services", "data", _] => "resources",
            ["services", "data", _, "sobjects", var type, "describe"] => $"sobjects/{type}/describe",
            ["services", "data", _, "sobjects", var type, ..] => $"sobjects/{type}",
            ["services", "data", _, "composite", "sobjects", ..] => "composite/sobjects",
            ["services", "data", _, var what, ..] => what,
            _ => request.RequestUri.AbsolutePath,
        };
        return $"{request.Method} {name}";
    }

    public (HttpResponseMessage Response, string? Error) Answer(HttpRequestMessage request, byte[] body)
    {
        // The length counts before anything is looked at, so the answer is the web server's and not JSON.
        if (request.RequestUri!.AbsoluteUri.Length > UriBytesMost)
            return (Html(HttpStatusCode.RequestUriTooLong, "URI Too Long"), "URI_TOO_LONG");
        if (request.RequestUri.AbsoluteUri.Length + request.Headers.Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4) > UriBytesMost)
            return (Html(HttpStatusCode.RequestHeaderFieldsTooLarge, "Request Header Fields Too Large"), "HEADERS_TOO_LARGE");

        var path = request.RequestUri.AbsolutePath;
        var reply = path.TrimEnd('/') switch
        {
            "/services/oauth2/token" => Token(request, body),
            "/services/oauth2/userinfo" => Guarded(() => new IdentityEndpoint(org).UserInfo(User(request), options.InstanceUrl)),
            ApiPath.Root => ApiReply.Ok(ApiVersions.List()),
            _ when path.StartsWith("/id/", StringComparison.Ordinal) => Guarded(() => new IdentityEndpoint(org).Identity(User(request), options.InstanceUrl)),
            _ => Guarded(() => Data(request, body)),
        };
        var response = Write(reply);
        if (path.StartsWith(ApiPath.Root + "/v", StringComparison.Ordinal))
            response.Headers.Add("Sforce-Limit-Info", $"api-usage={org.Usage.Used}/{org.Usage.Most}");
        return (response, reply.ErrorCode);
    }

    private ApiReply Token(HttpRequestMessage request, byte[] body) => new TokenEndpoint(org, options, clock)
        .Answer(request.Method.Method, request.RequestUri!.Host, Header(request, "Authorization"), Text(request, body));

    private ApiReply Data(HttpRequestMessage request, byte[] body)
    {
        var user = User(request);
        var path = ApiPath.Parse(request.RequestUri!.PathAndQuery);
        if (!org.Usage.TryUse())
            throw Refusals.RequestLimitExceeded();
        var media = request.Content?.Headers.ContentType?.MediaType;
        if (body.Length > 0 && media != "application/json")
            throw Refusals.MediaTypeUnsupported(media);
        return new DataApi(org, options.InstanceUrl).Answer(new ApiRequest(request.Method.Method, path, user, name => Header(request, name), Text(request, body)));
    }

    private static ApiReply Guarded(Func<ApiReply> answer)
    {
        try
        {
            return answer();
        }
        catch (RefusedException refusal)
        {
            return ApiReply.Refused(refusal);
        }
    }

    private string User(HttpRequestMessage request)
    {
        var header = Header(request, "Authorization");
        if (header is null)
            throw Refusals.SessionInvalid();
        var parts = header.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || parts[0] is not ("Bearer" or "OAuth"))
            throw Refusals.AuthHeaderInvalid();
        return org.Sessions.Use(parts[1]) ?? throw Refusals.SessionInvalid();
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static string Text(HttpRequestMessage request, byte[] body)
    {
        if (request.Content?.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase) != true)
            return Encoding.UTF8.GetString(body);
        using var unzipped = new StreamReader(new GZipStream(new MemoryStream(body), CompressionMode.Decompress), Encoding.UTF8);
        return unzipped.ReadToEnd();
    }

    private static HttpResponseMessage Write(ApiReply reply)
    {
        var response = new HttpResponseMessage(reply.Status) { Content = new ByteArrayContent(reply.Body is null ? [] : Json(reply.Body)) };
        if (reply.Body is not null)
            response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "UTF-8" };
        if (reply.Location is not null)
            response.Headers.Location = new Uri(reply.Location, UriKind.Relative);
        return response;
    }

    /// <summary>Letters beyond ASCII and quotes of HTML are written as they are.</summary>
    private static byte[] Json(JsonNode body)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
            body.WriteTo(writer);
        return bytes.ToArray();
    }

    private static HttpResponseMessage Html(HttpStatusCode status, string title) => new(status)
    {
        Content = new StringContent($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", Encoding.UTF8, "text/html"),
    };
}
