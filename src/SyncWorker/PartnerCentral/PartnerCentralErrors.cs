using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Remote;

namespace SyncWorker.PartnerCentral;

/// <summary>
/// The one table from AWS's errors to what they mean, by the error's name: AWS's documents disagree about the HTTP statuses. The name is the body's <c>__type</c>, else the
/// <c>x-amzn-ErrorType</c> header.
/// </summary>
internal static class PartnerCentralErrors
{
    /// <summary>Access is denied: to one opportunity, or to the worker.</summary>
    public const string AccessDenied = "AccessDeniedException";

    private const string NoName = "HTTP ";

    private static readonly FrozenDictionary<string, RemoteErrorKind> Kinds = new Dictionary<string, RemoteErrorKind>
    {
        ["ValidationException"] = RemoteErrorKind.Rejected,
        ["ServiceQuotaExceededException"] = RemoteErrorKind.Rejected,
        ["ConflictException"] = RemoteErrorKind.Stale,
        ["ResourceNotFoundException"] = RemoteErrorKind.Missing,
        ["ThrottlingException"] = RemoteErrorKind.Throttled,
        ["Throttling"] = RemoteErrorKind.Throttled,
        ["TooManyRequestsException"] = RemoteErrorKind.Throttled,
        ["RequestLimitExceeded"] = RemoteErrorKind.Throttled,
        ["InternalServerException"] = RemoteErrorKind.Transient,
        ["InternalFailure"] = RemoteErrorKind.Transient,
        ["ServiceUnavailable"] = RemoteErrorKind.Transient,
        [AccessDenied] = RemoteErrorKind.Unauthorised,
        ["UnrecognizedClientException"] = RemoteErrorKind.Unauthorised,
        ["InvalidSignatureException"] = RemoteErrorKind.Unauthorised,
        ["SignatureDoesNotMatch"] = RemoteErrorKind.Unauthorised,
        ["MissingAuthenticationToken"] = RemoteErrorKind.Unauthorised,
        ["MissingAuthenticationTokenException"] = RemoteErrorKind.Unauthorised,
        ["IncompleteSignature"] = RemoteErrorKind.Unauthorised,
        ["IncompleteSignatureException"] = RemoteErrorKind.Unauthorised,
        ["ExpiredTokenException"] = RemoteErrorKind.Unauthorised,
    }.ToFrozenDictionary();

    // The reason codes of a failed engagement task after which the same may well succeed.
    private static readonly FrozenSet<string> PassingReasons =
        new[] { "InternalError", "RequestThrottled", "OpportunityConflict", "EngagementConflict", "ResourceSnapshotConflict", "ResourceSnapshotJobConflict" }.ToFrozenSet();

    /// <summary>What a failed engagement task means: most refusals of a submission come as HTTP 200 with one.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="task">The task. Lists may spell a missing reason as the text <c>null</c>.</param>
    public static RemoteException Read(string operation, JsonObject task)
    {
        var reason = Text(task, "ReasonCode") is { } code and not "null" ? code : "FAILED";
        var kind = PassingReasons.Contains(reason) ? RemoteErrorKind.Transient : RemoteErrorKind.Rejected;
        return new RemoteException("Partner Central", operation, kind, reason, Text(task, "Message") ?? "the task failed") { EndsIntent = true };
    }

    /// <summary>What an error answer means.</summary>
    public static RemoteException Read(string operation, HttpResponseMessage answer, string body)
    {
        var error = Parse(body);
        var name = Name(error, answer);
        var fields = error?["ErrorList"] is JsonArray list
            ? list.OfType<JsonObject>().Select(e => new RemoteField(Text(e, "FieldName") ?? "", Text(e, "Message") ?? "", Text(e, "Code") ?? "")).ToArray()
            : [];
        var kind = Kind(name, (int)answer.StatusCode);

        // What a read is refused for by a name that nobody knows need not be the record's own fault, and nothing was to be written: it is asked for again.
        if (kind == RemoteErrorKind.Rejected && !Kinds.ContainsKey(name) && IsRead(operation)) kind = RemoteErrorKind.Transient;
        return new RemoteException("Partner Central", operation, kind, name, Text(error, "Message") ?? Text(error, "message") ?? name)
        {
            Fields = fields,
            RequestId = answer.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.FirstOrDefault() : null,
            MayHaveLanded = (int)answer.StatusCode >= 500 || IsForeign(name),
        };
    }

    public static RemoteErrorKind Kind(string name, int status) => Kinds.TryGetValue(name, out var kind) ? kind
        : status == (int)HttpStatusCode.TooManyRequests ? RemoteErrorKind.Throttled : status >= 500 || IsForeign(name) ? RemoteErrorKind.Transient : RemoteErrorKind.Rejected;

    /// <summary>Whether an answer says that there were too many requests: by name, which may stand in the body alone. The body can be read again afterwards.</summary>
    public static async Task<bool> IsThrottlingAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return false;
        await answer.Content.LoadIntoBufferAsync(cancellation);
        return Kind(Name(Parse(await answer.Content.ReadAsStringAsync(cancellation)), answer), (int)answer.StatusCode) == RemoteErrorKind.Throttled;
    }

    private static bool IsRead(string operation) => operation.StartsWith("Get", StringComparison.Ordinal) || operation.StartsWith("List", StringComparison.Ordinal);

    private static string Name(JsonObject? error, HttpResponseMessage answer)
    {
        if (Text(error, "__type") is { } type) return type[(type.LastIndexOf('#') + 1)..];
        return answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) && types.FirstOrDefault() is { } header ? header.Split(':')[0] : $"{NoName}{(int)answer.StatusCode}";
    }

    /// <summary>An answer that names no error is none of AWS's: somebody in between gave it, or it is cut off, and what became of the request is not known.</summary>
    private static bool IsForeign(string name) => name.StartsWith(NoName, StringComparison.Ordinal);

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? error, string member) => error?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
