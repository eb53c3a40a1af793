using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral;

/// <summary>Reads and writes members of JSON documents by dotted path; a missing member reads as null.</summary>
internal static class JsonMembers
{
    public static JsonNode? At(this JsonNode? node, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (node is not JsonObject item || !item.TryGetPropertyValue(name, out node)) return null;
        }

        return node;
    }

    /// <summary>The text at the path; an empty one counts as absent, as it does in Partner Central.</summary>
    public static string? Text(this JsonNode? node, string path) => AsText(node.At(path));

    public static IReadOnlyList<string> Texts(this JsonNode? node, string path) =>
        node.At(path) is JsonArray items ? [.. items.Select(AsText).OfType<string>()] : [];

    public static IReadOnlyList<JsonObject> Objects(this JsonNode? node, string path) =>
        node.At(path) is JsonArray items ? [.. items.OfType<JsonObject>()] : [];

    public static int? Number(this JsonNode? node, string path) =>
        node.At(path) is JsonValue value && value.TryGetValue(out int number) ? number : null;

    public static void Put(this JsonObject root, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var target = root;
        foreach (var name in names[..^1])
        {
            if (target[name] is not JsonObject next) target[name] = next = [];
            target = next;
        }

        target[names[^1]] = value;
    }

    public static JsonArray ToJsonArray(this IEnumerable<string> values) => [.. values.Select(v => (JsonNode?)JsonValue.Create(v))];

    public static JsonObject Copy(this JsonObject source) => source.DeepClone().AsObject();

    private static string? AsText(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
