using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>What the org says about its objects. A field the user may not read is left out.</summary>
internal sealed class DescribeEndpoint(Org org)
{
    public ApiReply All(ApiRequest request) => ApiReply.Ok(new JsonObject
    {
        ["encoding"] = "UTF-8",
        ["maxBatchSize"] = 200,
        ["sobjects"] = new JsonArray([.. org.Model.Objects.Select(type => Summary(type, request))]),
    });

    public ApiReply Basics(ApiRequest request, string typeName) => ApiReply.Ok(new JsonObject
    {
        ["objectDescribe"] = Summary(Type(typeName), request),
        ["recentItems"] = new JsonArray(),
    });

    public ApiReply One(ApiRequest request, string typeName)
    {
        var type = Type(typeName);
        var body = Summary(type, request);
        body["childRelationships"] = new JsonArray([.. org.Model.ChildrenOf(type).Select(Child)]);
        body["fields"] = new JsonArray([.. type.Fields.Where(f => org.Access.CanRead(type, f, request.UserId)).Select(f => Describe(type, f, request.UserId))]);
        return ApiReply.Ok(body);
    }

    private ObjectType Type(string name) => org.Model.TryObject(name, out var type) ? type : throw Refusals.ResourceMissing();

    private static JsonObject Summary(ObjectType type, ApiRequest request)
    {
        var url = $"{request.Path.DataPath}/sobjects/{type.Name}";
        return new JsonObject
        {
            ["name"] = type.Name,
            ["label"] = type.Label,
            ["labelPlural"] = type.LabelPlural,
            ["keyPrefix"] = type.KeyPrefix,
            ["custom"] = type.Custom,
            ["createable"] = type.Writable,
            ["updateable"] = type.Writable,
            ["deletable"] = type.Writable && type.Name != "User",
            ["queryable"] = true,
            ["retrieveable"] = true,
            ["urls"] = new JsonObject { ["sobject"] = url, ["describe"] = url + "/describe", ["rowTemplate"] = url + "/{ID}" },
        };
    }

    private static JsonObject Child(ChildRelationship relationship) => new()
    {
        ["childSObject"] = relationship.Child.Name,
        ["field"] = relationship.Field.Name,
        ["relationshipName"] = relationship.Name,
        ["cascadeDelete"] = relationship.Field.OnParentDelete == DeleteRule.Cascade,
        ["restrictedDelete"] = relationship.Field.OnParentDelete == DeleteRule.Restrict,
    };

    private JsonObject Describe(ObjectType type, Field field, string userId)
    {
        var editable = type.Writable && org.Access.CanEdit(type, field, userId);
        return new JsonObject
        {
            ["name"] = field.Name,
            ["label"] = field.Label,
            ["type"] = field.TypeName,
            ["length"] = field.Length,
            ["precision"] = field.Precision,
            ["scale"] = field.Scale,
            ["custom"] = field.Custom,
            ["createable"] = editable && field.Createable,
            ["updateable"] = editable && field.Updateable,
            ["nillable"] = !field.Required && field.Type is not (FieldType.Boolean or FieldType.Id) && field.Name != "OwnerId",
            ["defaultedOnCreate"] = field.Default is not null || field.Name == "OwnerId" || field.ReadOnly,
            ["autoNumber"] = field.AutoNumber is not null,
            ["unique"] = field.Unique,
            ["externalId"] = field.ExternalId,
            ["caseSensitive"] = field.CaseSensitive,
            ["idLookup"] = field.Type == FieldType.Id || field.ExternalId,
            ["filterable"] = field.Filterable,
            ["sortable"] = field.Sortable,
            ["restrictedPicklist"] = field.Restricted,
            ["picklistValues"] = new JsonArray([.. field.Picklist.Select(Entry)]),
            ["referenceTo"] = field.ReferenceTo is null ? new JsonArray() : new JsonArray(JsonValue.Create(field.ReferenceTo)),
            ["relationshipName"] = field.RelationshipName,
        };
    }

    private static JsonObject Entry(PicklistEntry entry) => new()
    {
        ["active"] = true,
        ["defaultValue"] = entry.IsDefault,
        ["label"] = entry.Label,
        ["value"] = entry.Value,
    };
}
