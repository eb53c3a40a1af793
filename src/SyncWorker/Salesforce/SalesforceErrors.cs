using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Remote;

namespace SyncWorker.Salesforce;

/// <summary>
/// The one table from Salesforce's errors to what they mean. What is not in it goes by status: 5xx may pass, anything else is a refusal. An answer that is not in Salesforce's own words is
/// none of these: somebody in between gave it, or it is cut off, and what became of the request is not known.
/// </summary>
internal static class SalesforceErrors
{
    private static readonly FrozenDictionary<string, RemoteErrorKind> Kinds = new Dictionary<string, RemoteErrorKind>
    {
        ["INVALID_SESSION_ID"] = RemoteErrorKind.Unauthorised,
        ["INVALID_AUTH_HEADER"] = RemoteErrorKind.Unauthorised,
        ["API_DISABLED_FOR_ORG"] = RemoteErrorKind.Unauthorised,
        ["API_CURRENTLY_DISABLED"] = RemoteErrorKind.Unauthorised,
        ["REQUEST_LIMIT_EXCEEDED"] = RemoteErrorKind.Throttled,
        ["UNABLE_TO_LOCK_ROW"] = RemoteErrorKind.Transient,
        ["SERVER_UNAVAILABLE"] = RemoteErrorKind.Transient,
        ["UNKNOWN_EXCEPTION"] = RemoteErrorKind.Transient,
        ["QUERY_TIMEOUT"] = RemoteErrorKind.Transient,
        ["INVALID_QUERY_LOCATOR"] = RemoteErrorKind.Transient,
        ["NOT_FOUND"] = RemoteErrorKind.Missing,
        ["ENTITY_IS_DELETED"] = RemoteErrorKind.Missing,
        ["ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE_CHECK"] = RemoteErrorKind.Stale,
    }.ToFrozenDictionary();

    /// <summary>
    /// Whether a whole query is refused, as with INVALID_FIELD or INVALID_TYPE: a field or an object is gone, or is not for the integration user any more. That is no record's own fault.
    /// </summary>
    public static bool IsOfTheOrg(RemoteException error) => error is { Api: "Salesforce", Operation: "query", Kind: RemoteErrorKind.Rejected };

    /// <summary>What an error answer means.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="status">The HTTP status, or a composite subrequest's.</param>
    /// <param name="body">The body, which may be JSON of several shapes, HTML or empty.</param>
    public static RemoteException Read(string operation, HttpStatusCode status, string body)
    {
        var errors = Entries(body);
        if (errors.All(e => e.Code.Length == 0) && status is not (HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed or HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests))
            return new RemoteException("Salesforce", operation, RemoteErrorKind.Transient, $"HTTP {(int)status}", $"an answer of status {(int)status} that is not in Salesforce's own form") { MayHaveLanded = true };
        var code = errors.Select(e => e.Code).FirstOrDefault(c => c.Length > 0) ?? $"HTTP {(int)status}";
        var words = errors.Length > 0 ? string.Join(" ", errors.Select(e => e.Message)) : $"HTTP {(int)status}";
        var fields = errors.SelectMany(e => e.Fields.Select(f => new RemoteField(f, e.Message, e.Code)));
        return new RemoteException("Salesforce", operation, Kind(status, code), code, words) { Fields = [.. fields], MayHaveLanded = (int)status >= 500 };
    }

    public static RemoteErrorKind Kind(HttpStatusCode status, string code) => Kinds.TryGetValue(code, out var kind) ? kind : status switch
    {
        HttpStatusCode.PreconditionFailed => RemoteErrorKind.Stale,
        HttpStatusCode.Unauthorized => RemoteErrorKind.Unauthorised,
        HttpStatusCode.NotFound => RemoteErrorKind.Missing,
        HttpStatusCode.TooManyRequests => RemoteErrorKind.Throttled,
        (HttpStatusCode)420 => RemoteErrorKind.Transient,
        >= HttpStatusCode.InternalServerError => RemoteErrorKind.Transient,
        _ => RemoteErrorKind.Rejected,
    };

    /// <summary>Errors come as an array, as one object (from the token endpoint), or not as JSON at all.</summary>
    private static (string Code, string Message, string[] Fields)[] Entries(string body)
    {
        try
        {
            return JsonNode.Parse(body) switch
            {
                JsonArray list => [.. list.OfType<JsonObject>().Select(Entry)],
                JsonObject one => [Entry(one)],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static (string, string, string[]) Entry(JsonObject error) => (
        Text(error, "errorCode") ?? Text(error, "statusCode") ?? Text(error, "error") ?? "",
        Text(error, "message") ?? Text(error, "error_description") ?? "",
        error["fields"] is JsonArray fields ? [.. fields.Select(f => f!.GetValue<string>())] : []);

    private static string? Text(JsonObject error, string member) => error[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
