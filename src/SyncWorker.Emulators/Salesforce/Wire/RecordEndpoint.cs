using System.Net;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;
using SyncWorker.Emulators.Salesforce.Records;
using SyncWorker.Emulators.Salesforce.Soql;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>One record at a time: read, create, update, delete, and upsert by an external id.</summary>
internal sealed class RecordEndpoint(Org org)
{
    private const int UpsertAlwaysHasBody = 46;

    public ApiReply Create(ApiRequest request, string typeName)
    {
        var row = org.Saver.Insert(Type(typeName), request.JsonBody(), request.UserId);
        return ApiReply.Created(row.Id, Url(request, row));
    }

    public ApiReply ById(ApiRequest request, string typeName, string id)
    {
        var row = Row(Type(typeName), id);
        return request.Method switch
        {
            "GET" => Read(request, row),
            "PATCH" => Update(request, row),
            "DELETE" => Delete(request, row),
            _ => throw Refusals.MethodNotAllowed(request.Method, "GET,HEAD,PATCH,DELETE"),
        };
    }

    public ApiReply ByField(ApiRequest request, string typeName, string fieldName, string value)
    {
        var type = Type(typeName);
        if (fieldName.Equals("Id", StringComparison.OrdinalIgnoreCase))
            return ById(request, typeName, value);
        var field = ExternalId(type, fieldName, request.UserId);
        var found = org.Store.Rows(type).Where(r => RecordSaver.Same(field, r[field], ValueReader.Read(field, JsonValue.Create(value)))).ToList();
        if (found.Count > 1)
            return new ApiReply(HttpStatusCode.MultipleChoices, new JsonArray([.. found.Select(r => JsonValue.Create(Url(request, r)))]));
        if (request.Method == "PATCH")
            return Upsert(request, type, field, value, found.SingleOrDefault());
        var row = found.SingleOrDefault() ?? throw Refusals.ResourceMissing();
        return request.Method switch
        {
            "GET" => Read(request, row),
            "DELETE" => Delete(request, row),
            _ => throw Refusals.MethodNotAllowed(request.Method, "GET,HEAD,PATCH,DELETE"),
        };
    }

    public Field ExternalId(ObjectType type, string name, string userId) =>
        type.TryField(name, out var field) && field.ExternalId && org.Access.CanRead(type, field, userId) ? field : throw Refusals.NoExternalIdField(name);

    private ApiReply Read(ApiRequest request, Row row)
    {
        if (Preconditions.Failing(request, row) is { } refused)
            return refused;
        var readable = row.Type.Fields.Where(f => org.Access.CanRead(row.Type, f, request.UserId));
        var fields = request.Path.Query.TryGetValue("fields", out var list) && list.Length > 0
            ? Named(row.Type, list.Split(',', StringSplitOptions.TrimEntries), request.UserId)
            : readable;
        return ApiReply.Ok(new RecordPrinter(org.Model, org.Store, request.Path.DataPath).Whole(row, fields));
    }

    /// <summary>The fields asked for, and the Id, which a read always brings.</summary>
    public IEnumerable<Field> Named(ObjectType type, IEnumerable<string> names, string userId)
    {
        var fields = names
            .Select(name => type.TryField(name, out var field) && org.Access.CanRead(type, field, userId) ? field : throw Refusals.FieldUnknown(name, type.Name))
            .Distinct()
            .ToList();
        return fields.Exists(f => f.Type == FieldType.Id) ? fields : fields.Append(type["Id"]);
    }

    private ApiReply Update(ApiRequest request, Row row)
    {
        var body = request.JsonBody();
        if (Preconditions.Failing(request, row) is { } refused)
            return refused;
        org.Saver.Update(row, body, request.UserId);
        return ApiReply.NoContent();
    }

    private ApiReply Delete(ApiRequest request, Row row)
    {
        org.Saver.Delete(row, request.UserId);
        return ApiReply.NoContent();
    }

    private ApiReply Upsert(ApiRequest request, ObjectType type, Field field, string value, Row? found)
    {
        var body = request.JsonBody();
        if (body.Any(member => member.Key.Equals(field.Name, StringComparison.OrdinalIgnoreCase)))
            throw Refusals.FieldNotInBody(field.Name);
        if (found is null)
        {
            if (request.Path.Query.GetValueOrDefault("updateOnly") == "true")
                throw Refusals.ResourceMissing();
            body[field.Name] = value;
            var row = org.Saver.Insert(type, body, request.UserId);
            return ApiReply.Created(row.Id, Url(request, row), created: true);
        }

        if (Preconditions.Failing(request, found) is { } refused)
            return refused;
        org.Saver.Update(found, body, request.UserId);
        return request.Path.Version >= UpsertAlwaysHasBody ? ApiReply.Created(found.Id, Url(request, found), created: false) : ApiReply.NoContent();
    }

    public ObjectType Type(string name) => org.Model.TryObject(name, out var type) ? type : throw Refusals.ResourceMissing();

    private Row Row(ObjectType type, string id)
    {
        if (!SalesforceId.TryParse(id, out var known))
            throw Refusals.NoExternalIdField(id);
        var row = org.Store.Find(known);
        if (row is null || row.Type != type)
            throw Refusals.ResourceMissing();
        return row.IsDeleted ? throw Refusals.EntityIsDeleted() : row;
    }

    private static string Url(ApiRequest request, Row row) => $"{request.Path.DataPath}/sobjects/{row.Type.Name}/{row.Id}";
}
