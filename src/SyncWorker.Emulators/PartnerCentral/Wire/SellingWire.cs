using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>AWS JSON 1.0: one POST per operation, named by a header; nulls are written out.</summary>
internal static class SellingWire
{
    public const string TargetPrefix = "AWSPartnerCentralSelling.";
    private const string ContentType = "application/x-amz-json-1.0";
    private const string AliasContentType = "application/json";

    // A member written twice is a malformed request, not a choice between two values.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The operation's name, also when it is not one of ours; the path when the request names none.</summary>
    public static string OperationName(HttpRequestMessage request)
    {
        var target = CanonicalRequest.RawHeader(request, "X-Amz-Target") ?? "";
        if (target.StartsWith(TargetPrefix, StringComparison.Ordinal)) return target[TargetPrefix.Length..];
        return IsAlias(request) ? request.RequestUri!.AbsolutePath[1..] : $"{request.Method} {request.RequestUri?.AbsolutePath}";
    }

    public static bool IsUnderstood(HttpRequestMessage request) => IsAlias(request) || (request.Method == HttpMethod.Post && request.RequestUri?.AbsolutePath == "/" && HasType(request, ContentType));

    /// <summary>Recorded beside the protocol of AWS's clients: the operation in the path, plain JSON both ways.</summary>
    public static bool IsAlias(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri is { AbsolutePath.Length: > 1 } && CanonicalRequest.RawHeader(request, "X-Amz-Target") is null && HasType(request, AliasContentType);

    private static bool HasType(HttpRequestMessage request, string type) =>
        (CanonicalRequest.RawHeader(request, "Content-Type") ?? "").StartsWith(type, StringComparison.OrdinalIgnoreCase);

    public static void AnswerAsAlias(HttpResponseMessage response) => response.Content.Headers.ContentType = new MediaTypeHeaderValue(AliasContentType);

    public static JsonObject ReadBody(byte[] body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body, null, Strict) as JsonObject ?? throw NotAnObject();
        }
        catch (JsonException)
        {
            throw NotAnObject();
        }
    }

    public static HttpResponseMessage Success(JsonNode? body, string requestId, DateTimeOffset at) => Response(HttpStatusCode.OK, body, requestId, at);

    public static HttpResponseMessage Error(SellingException error, StatusCodeStyle style, string requestId, DateTimeOffset at)
    {
        var space = ErrorTable.Namespace(error.Name);
        var body = new JsonObject { ["__type"] = $"{space}#{error.Name}", ["Message"] = error.Message };
        if (error.Reason is not null)
        {
            body["Reason"] = error.Reason;
            body["ErrorList"] = new JsonArray([.. error.Problems.Select(p => new JsonObject { ["FieldName"] = p.Field, ["Message"] = p.Message, ["Code"] = p.Code })]);
        }

        var response = Response((HttpStatusCode)ErrorTable.Status(error.Name, style), body, requestId, at);
        response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", $"{error.Name}:http://internal.amazon.com/coral/{space}/");
        return response;
    }

    private static HttpResponseMessage Response(HttpStatusCode status, JsonNode? body, string requestId, DateTimeOffset at)
    {
        // Operations without an output shape answer with nothing at all, not with an empty object.
        var content = new ByteArrayContent(body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, Json));
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        var response = new HttpResponseMessage(status) { Content = content };
        response.Headers.Date = at;
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", requestId);
        return response;
    }

    private static SellingException NotAnObject() => new("SerializationException", "The request body is not a JSON object.");
}
