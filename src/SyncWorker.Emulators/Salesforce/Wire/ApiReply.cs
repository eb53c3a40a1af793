using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>What a call is answered with, before it becomes HTTP.</summary>
internal sealed record ApiReply(HttpStatusCode Status, JsonNode? Body = null)
{
    public string? Location { get; init; }

    public string? ErrorCode { get; init; }

    public bool Failed => (int)Status >= 400;

    public static ApiReply Ok(JsonNode? body) => new(HttpStatusCode.OK, body);

    public static ApiReply NoContent() => new(HttpStatusCode.NoContent);

    public static ApiReply Created(string id, string location, bool? created = null)
    {
        var body = new JsonObject { ["id"] = id, ["success"] = true, ["errors"] = new JsonArray() };
        if (created is not null)
            body["created"] = created;
        return new ApiReply(created == false ? HttpStatusCode.OK : HttpStatusCode.Created, body) { Location = created == false ? null : location };
    }

    /// <summary>The error body of the data API: an array, and only some errors name fields.</summary>
    public static ApiReply Refused(RefusedException refusal)
    {
        var entry = new JsonObject { ["message"] = refusal.Error.Message, ["errorCode"] = refusal.Error.Code };
        if (refusal.Error.Fields is { } fields)
            entry["fields"] = new JsonArray([.. fields.Select(f => JsonValue.Create(f))]);
        return new ApiReply(refusal.Status, new JsonArray(entry)) { ErrorCode = refusal.Error.Code };
    }
}
