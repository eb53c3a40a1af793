using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>The resources below a version, and which endpoint answers each. A refusal takes back whatever its call had written.</summary>
internal sealed class DataApi(Org org, Uri instance)
{
    private readonly RecordEndpoint _records = new(org);
    private readonly QueryEndpoint _queries = new(org);
    private readonly CollectionEndpoint _collections = new(org);
    private readonly DescribeEndpoint _describes = new(org);
    private readonly ReplicationEndpoint _changes = new(org);

    public ApiReply Answer(ApiRequest request)
    {
        var mark = org.Store.Mark();
        try
        {
            return Dispatch(request);
        }
        catch (RefusedException refusal)
        {
            org.Store.RollBackTo(mark);
            return ApiReply.Refused(refusal);
        }
    }

    private ApiReply Dispatch(ApiRequest request)
    {
        var method = request.Method;
        return request.Path.Segments.ToArray() switch
        {
            [] => Only("GET", method, () => ApiReply.Ok(Resources(request))),
            ["limits"] => Only("GET", method, () => ApiReply.Ok(Limits())),
            ["query"] => Only("GET", method, () => _queries.Run(request, withDeleted: false)),
            ["queryAll"] => Only("GET", method, () => _queries.Run(request, withDeleted: true)),
            ["query" or "queryAll", var locator] => Only("GET", method, () => _queries.Next(request, locator)),
            ["sobjects"] => Only("GET", method, () => _describes.All(request)),
            ["sobjects", var type] when method == "GET" => _describes.Basics(request, type),
            ["sobjects", var type] => Only("POST", method, () => _records.Create(request, type)),
            ["sobjects", var type, "describe"] => Only("GET", method, () => _describes.One(request, type)),
            ["sobjects", var type, "updated"] => Only("GET", method, () => _changes.Updated(request, type)),
            ["sobjects", var type, "deleted"] => Only("GET", method, () => _changes.Deleted(request, type)),
            ["sobjects", var type, var id] => _records.ById(request, type, id),
            ["sobjects", var type, var field, var value] => _records.ByField(request, type, field, value),
            ["composite"] => Only("POST", method, () => new CompositeEndpoint(org, this).Run(request)),
            ["composite", "sobjects"] => _collections.Write(request),
            ["composite", "sobjects", var type] => _collections.Read(request, type),
            ["composite", "sobjects", var type, var field] => Only("PATCH", method, () => _collections.Upsert(request, type, field)),
            _ => throw Refusals.ResourceMissing(),
        };
    }

    private static ApiReply Only(string allowed, string method, Func<ApiReply> answer) =>
        method == allowed ? answer() : throw Refusals.MethodNotAllowed(method, allowed);

    private JsonObject Resources(ApiRequest request)
    {
        var at = request.Path.DataPath;
        return new JsonObject
        {
            ["identity"] = IdentityEndpoint.Url(instance, org.Id, request.UserId),
            ["sobjects"] = $"{at}/sobjects",
            ["query"] = $"{at}/query",
            ["queryAll"] = $"{at}/queryAll",
            ["limits"] = $"{at}/limits",
            ["composite"] = $"{at}/composite",
        };
    }

    private JsonObject Limits() => new()
    {
        ["DailyApiRequests"] = new JsonObject { ["Max"] = org.Usage.Most, ["Remaining"] = org.Usage.Most - org.Usage.Used },
    };
}
