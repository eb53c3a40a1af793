using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Many records in one call. Each succeeds or fails by itself, the reply says so at its index, and the status is 200 even when all failed.</summary>
internal sealed class CollectionEndpoint(Org org)
{
    private const int WriteMost = 200;
    private const int ReadMost = 2000;
    private const int RunsMost = 10;

    private readonly RecordEndpoint _records = new(org);

    public ApiReply Write(ApiRequest request) => request.Method switch
    {
        "POST" => Each(request, Rows(request), (type, body) => org.Saver.Insert(type, body, request.UserId).Id),
        "PATCH" => Each(request, Rows(request), (type, body) => Update(type, body, request.UserId)),
        "DELETE" => Delete(request),
        _ => throw Refusals.MethodNotAllowed(request.Method, "POST,PATCH,DELETE"),
    };

    public ApiReply Upsert(ApiRequest request, string typeName, string fieldName)
    {
        var type = _records.Type(typeName);
        var field = _records.ExternalId(type, fieldName, request.UserId);
        var rows = Rows(request);
        if (rows.Any(r => r.Type != type))
            throw Refusals.InputInvalid($"All records of this call must be of type {type.Name}");
        var created = new HashSet<string>(StringComparer.Ordinal);
        var reply = Each(request, rows, (_, body) => UpsertOne(type, field, body, request.UserId, created));
        foreach (var result in reply.Body!.AsArray().OfType<JsonObject>().Where(r => (bool)r["success"]!))
            result["created"] = created.Contains((string)result["id"]!);
        return reply;
    }

    /// <summary>Records by their ids, in the order asked, with null for what is not there.</summary>
    public ApiReply Read(ApiRequest request, string typeName)
    {
        var type = _records.Type(typeName);
        var (ids, names) = request.Method switch
        {
            "POST" => (Strings(request.JsonBody(), "ids"), Strings(request.JsonBody(), "fields")),
            "GET" => (List(request, "ids"), List(request, "fields")),
            _ => throw Refusals.MethodNotAllowed(request.Method, "GET,POST"),
        };
        if (ids.Length > ReadMost)
            throw Refusals.TooManyRecords(ReadMost);
        var fields = _records.Named(type, names, request.UserId).ToList();
        var printer = new RecordPrinter(org.Model, org.Store, request.Path.DataPath);
        return ApiReply.Ok(new JsonArray([.. ids.Select(Found).Select(row => row is null ? null : printer.Whole(row, fields))]));

        Row? Found(string id) => SalesforceId.TryParse(id, out var known) && org.Store.Find(known) is { IsDeleted: false } row && row.Type == type ? row : null;
    }

    private string Update(ObjectType type, JsonObject body, string userId)
    {
        var row = Target(type, TakeId(body));
        org.Saver.Update(row, body, userId);
        return row.Id;
    }

    private string UpsertOne(ObjectType type, Field field, JsonObject body, string userId, HashSet<string> created)
    {
        var value = body.FirstOrDefault(m => m.Key.Equals(field.Name, StringComparison.OrdinalIgnoreCase)).Value;
        if (value is null)
            throw Refusals.RequiredMissing([field.Name]);
        var wanted = ValueReader.Read(field, value);
        var found = org.Store.Rows(type).Where(r => RecordSaver.Same(field, r[field], wanted)).ToList();
        if (found.Count > 1)
            throw Refusals.ValueNotUnique(field.Name, found[0].Id[..15]);
        if (found is [var row])
        {
            org.Saver.Update(row, body, userId);
            return row.Id;
        }

        var made = org.Saver.Insert(type, body, userId).Id;
        created.Add(made);
        return made;
    }

    private ApiReply Delete(ApiRequest request)
    {
        var ids = List(request, "ids");
        if (ids.Length > WriteMost)
            throw Refusals.TooManyRecords(WriteMost);
        return new RowByRow(org.Store).Each(request.Path.Query.GetValueOrDefault("allOrNone") == "true", ids, id =>
        {
            var row = Target(null, id);
            org.Saver.Delete(row, request.UserId);
            return row.Id;
        });
    }

    private Row Target(ObjectType? type, string? id)
    {
        if (id is null || !SalesforceId.TryParse(id, out var known))
            throw Refusals.IdMalformed("Id", "Id", id ?? "null");
        var row = org.Store.Find(known);
        if (row is null || (type is not null && row.Type != type))
            throw Refusals.ReferenceUnknown(null);
        return row.IsDeleted ? throw Refusals.EntityIsDeleted() : row;
    }

    private List<(ObjectType Type, JsonObject Body)> Rows(ApiRequest request)
    {
        if (request.JsonBody()["records"] is not JsonArray array)
            throw Refusals.JsonBroken("The request body must have a list of records");
        if (array.Count > WriteMost)
            throw Refusals.TooManyRecords(WriteMost);
        var rows = array.Select(Typed).ToList();
        var runs = rows.Where((row, i) => i == 0 || rows[i - 1].Type != row.Type).Count();
        return runs > RunsMost
            ? throw Refusals.LimitExceeded($"Cannot have more than {RunsMost} chunks in a single operation. Please rearrange the data to reduce chunking.")
            : rows;
    }

    private (ObjectType Type, JsonObject Body) Typed(JsonNode? node)
    {
        if (node is not JsonObject body || (body["attributes"] as JsonObject)?["type"] is not JsonValue name || !name.TryGetValue<string>(out var text))
            throw Refusals.InputInvalid("Include the type of each record in its attributes");
        return org.Model.TryObject(text, out var type)
            ? (type, (JsonObject)body.DeepClone())
            : throw Refusals.QueryTypeInvalid($"sObject type '{text}' is not supported.");
    }

    private static string? TakeId(JsonObject body)
    {
        var name = body.Select(member => member.Key).FirstOrDefault(key => key.Equals("Id", StringComparison.OrdinalIgnoreCase));
        var id = name is null ? null : body[name]?.ToString();
        if (name is not null)
            body.Remove(name);
        return id;
    }

    private ApiReply Each(ApiRequest request, List<(ObjectType Type, JsonObject Body)> rows, Func<ObjectType, JsonObject, string> save) =>
        new RowByRow(org.Store).Each(request.JsonBody()["allOrNone"] is JsonValue flag && flag.TryGetValue<bool>(out var all) && all, rows, row => save(row.Type, row.Body));

    private static string[] Strings(JsonObject body, string name) =>
        body[name] is JsonArray array ? [.. array.Select(n => n?.ToString() ?? "")] : throw Refusals.JsonBroken($"The request body must have a list of {name}");

    private static string[] List(ApiRequest request, string name) =>
        request.Path.Query.TryGetValue(name, out var list) ? list.Split(',', StringSplitOptions.TrimEntries) : throw Refusals.InputInvalid($"The {name} parameter is missing");
}
