using System.Text.Json.Nodes;
using SyncWorker.Emulators.PartnerCentral.Store;

namespace SyncWorker.Emulators.PartnerCentral.Operations;

/// <summary>ListTagsForResource, TagResource and UntagResource, on opportunities, solutions and resource snapshot jobs of the account.</summary>
internal sealed class TagOperations(PartnerCentralState state)
{
    private const int TagsMax = 200;

    public JsonObject List(JsonObject request) => new()
    {
        ["Tags"] = new JsonArray([.. Tags(request).Select(t => new JsonObject { ["Key"] = t.Key, ["Value"] = t.Value })]),
    };

    public JsonObject Tag(JsonObject request)
    {
        var tags = Tags(request);
        var added = Distinct(request);
        if (tags.Keys.Union(added.Keys).Count() > TagsMax)
            throw SellingException.BusinessValidation("Tags", $"A resource can have at most {TagsMax} tags.", ProblemCode.TooManyValues);
        foreach (var (key, value) in added) tags[key] = value;
        return [];
    }

    public JsonObject Untag(JsonObject request)
    {
        var tags = Tags(request);
        foreach (var key in request.Texts("TagKeys")) tags.Remove(key);
        return [];
    }

    /// <summary>The tags of a request, each key once.</summary>
    public static IReadOnlyDictionary<string, string> Distinct(JsonObject request)
    {
        var sent = request.Objects("Tags").Select(tag => (Key: tag.Text("Key")!, Value: tag.Text("Value") ?? "")).ToList();
        var twice = sent.GroupBy(tag => tag.Key).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? sent.ToDictionary(tag => tag.Key, tag => tag.Value)
            : throw SellingException.BusinessValidation("Tags", $"The tag key {twice.Key} occurs more than once.", ProblemCode.DuplicateKeyValue);
    }

    private SortedDictionary<string, string> Tags(JsonObject request)
    {
        var arn = request.Text("ResourceArn")!;
        var parts = arn[(arn.IndexOf(":catalog/", StringComparison.Ordinal) + 1)..].Split('/');
        if (parts is not [_, var catalog, var kind, var id] || !state.Catalogs.TryGetValue(catalog, out var data) || arn != state.Arn(catalog, kind, id) || !Exists(data, catalog, kind, id))
            throw SellingException.NotFound(arn);
        return data.TagsOf(arn);
    }

    private bool Exists(CatalogData data, string catalog, string kind, string id) => kind switch
    {
        "opportunity" => data.Opportunities.TryGetValue(id, out var record) && !record.AtAwsOnly,
        "solution" => state.Seed.Solutions[catalog].Any(s => s.Id == id),
        "resource-snapshot-job" => data.Tasks.Any(t => t.JobId == id),
        _ => false,
    };
}
