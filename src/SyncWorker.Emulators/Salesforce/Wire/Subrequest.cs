using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>One call inside a composite, as written: its references are not resolved yet.</summary>
internal sealed partial record Subrequest(string Method, string Url, string ReferenceId, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly string[] ForbiddenHeaders = ["Accept", "Authorization", "Content-Type"];

    /// <summary>Queries and collections are the dear ones: a composite takes five of them.</summary>
    public bool CountsAsQuery => QueryOrCollection().IsMatch(Url);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static Subrequest Read(JsonNode? node)
    {
        if (node is not JsonObject json)
            throw Refusals.JsonBroken("Each subrequest must be a JSON object");
        var id = Text(json, "referenceId");
        if (!ReferenceIdForm().IsMatch(id))
            throw Refusals.InputInvalid($"Provided referenceId ('{id}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').");
        return new Subrequest(Text(json, "method"), Text(json, "url"), id, json["body"]?.DeepClone(), HeadersOf(json));
    }

    private static Dictionary<string, string> HeadersOf(JsonObject json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in json["httpHeaders"] as JsonObject ?? [])
            headers[name] = value?.ToString() ?? "";
        if (Array.Find(ForbiddenHeaders, headers.ContainsKey) is { } forbidden)
            throw Refusals.InputInvalid($"The header {forbidden} cannot be set on a subrequest");
        return headers;
    }

    private static string Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refusals.JsonBroken($"Each subrequest needs a {name}");

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_]*$")]
    private static partial Regex ReferenceIdForm();

    [GeneratedRegex(@"^/services/data/v[0-9.]+/(query|queryAll|composite/sobjects)(/|\?|$)")]
    private static partial Regex QueryOrCollection();
}
