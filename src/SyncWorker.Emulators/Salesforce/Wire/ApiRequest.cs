using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>A data call, taken apart. A subrequest of a composite is one as well, so both take the same road.</summary>
/// <param name="Method">GET, POST, PATCH or DELETE.</param>
/// <param name="Path">The path and what it asks.</param>
/// <param name="UserId">Who asks.</param>
/// <param name="Header">Gives a header's value.</param>
/// <param name="Body">The body's text; empty when there is none.</param>
internal sealed record ApiRequest(string Method, ApiPath Path, string UserId, Func<string, string?> Header, string Body)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public JsonObject JsonBody() => Parsed() as JsonObject ?? throw Refusals.JsonBroken("Unexpected token at [line:1, column:1]: the body must be a JSON object");

    private JsonNode? Parsed()
    {
        try
        {
            return JsonNode.Parse(Body, null, Strict);
        }
        catch (JsonException e)
        {
            throw Refusals.JsonBroken($"Unexpected input at [line:{e.LineNumber + 1}, column:{e.BytePositionInLine + 1}]");
        }
    }
}
