using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Several calls in one. They run in the order given, and the outer status is 200 even when everything was taken back.</summary>
internal sealed class CompositeEndpoint(Org org, DataApi api)
{
    private const int SubrequestsMost = 25;
    private const int QueriesMost = 5;

    public ApiReply Run(ApiRequest request)
    {
        var body = request.JsonBody();
        if (body["compositeRequest"] is not JsonArray array)
            throw Refusals.JsonBroken("The request body must have a compositeRequest list");
        if (array.Count is 0 or > SubrequestsMost)
            throw Refusals.LimitExceeded($"The composite request must have between 1 and {SubrequestsMost} subrequests");
        var subrequests = array.Select(Subrequest.Read).ToList();
        if (subrequests.Count(s => s.CountsAsQuery) > QueriesMost)
            throw Refusals.LimitExceeded($"A composite request can have at most {QueriesMost} query or collection subrequests");
        if (subrequests.GroupBy(s => s.ReferenceId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Refusals.InputInvalid($"Duplicate referenceId: {twice.Key}");

        var allOrNone = body["allOrNone"] is JsonValue flag && flag.TryGetValue<bool>(out var all) && all;
        return ApiReply.Ok(new JsonObject { ["compositeResponse"] = new JsonArray([.. RunAll(request, subrequests, allOrNone)]) });
    }

    private List<JsonNode> RunAll(ApiRequest request, List<Subrequest> subrequests, bool allOrNone)
    {
        var start = org.Store.Mark();
        var replies = new Dictionary<string, ApiReply>(StringComparer.Ordinal);
        foreach (var subrequest in subrequests)
        {
            var reply = Answer(request, subrequest, replies);
            replies[subrequest.ReferenceId] = reply;
            if (allOrNone && Failed(reply))
            {
                org.Store.RollBackTo(start);
                return [.. subrequests.Select(s => s == subrequest ? Entry(s, reply) : Entry(s, RolledBack()))];
            }
        }

        return [.. subrequests.Select(s => Entry(s, replies[s.ReferenceId]))];
    }

    private ApiReply Answer(ApiRequest outer, Subrequest subrequest, Dictionary<string, ApiReply> replies)
    {
        try
        {
            var resolver = new ReferenceResolver(replies);
            var path = ApiPath.Parse(resolver.Resolve(subrequest.Url));
            if (path.Segments is ["composite"])
                throw Refusals.InputInvalid("A composite request cannot contain another one");
            var body = subrequest.Body is null ? "" : resolver.Resolve(subrequest.Body).ToJsonString();
            return api.Answer(new ApiRequest(subrequest.Method, path, outer.UserId, subrequest.Header, body));
        }
        catch (RefusedException refusal)
        {
            return ApiReply.Refused(refusal);
        }
    }

    /// <summary>The flag of the whole overrules the collection's own: one failed row of a collection fails everything.</summary>
    private static bool Failed(ApiReply reply) => reply.Failed
        || (reply.Body is JsonArray rows && rows.OfType<JsonObject>().Any(r => r["success"] is JsonValue success && success.TryGetValue<bool>(out var ok) && !ok));

    private static ApiReply RolledBack() =>
        ApiReply.Refused(Refusals.ProcessingHalted("The transaction was rolled back since another operation in the same transaction failed."));

    private static JsonObject Entry(Subrequest subrequest, ApiReply reply)
    {
        var headers = new JsonObject();
        if (reply.Location is not null)
            headers["Location"] = reply.Location;
        return new JsonObject
        {
            ["body"] = reply.Body,
            ["httpHeaders"] = headers,
            ["httpStatusCode"] = (int)reply.Status,
            ["referenceId"] = subrequest.ReferenceId,
        };
    }
}
