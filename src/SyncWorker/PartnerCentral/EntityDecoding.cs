using System.Text.Json.Nodes;

namespace SyncWorker.PartnerCentral;

/// <summary>
/// Partner Central is reported to encode <c>:</c> and <c>&amp;</c> as HTML entities in answers, and refuses them when they are sent back. Answers are decoded before anybody looks at them.
/// </summary>
internal static class EntityDecoding
{
    /// <summary>Reads an answer. Most hold no entity and nothing of the protocol's: then they are taken as they stand.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        var node = JsonNode.Parse(json);
        return json.Contains((byte)'&') || json.IndexOf("\\u0026"u8) >= 0 || json.IndexOf("__type"u8) >= 0 ? Decode(node) : node;
    }

    public static JsonNode? Decode(JsonNode? node) => node switch
    {
        JsonObject record => Members(record),
        JsonArray list => new JsonArray([.. list.Select(i => Decode(i))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Contains('&') => JsonValue.Create(Decode(text)),
        _ => node?.DeepClone(),
    };

    public static string Decode(string text) =>
        text.Replace("&amp;colon;", ":", StringComparison.Ordinal).Replace("&colon;", ":", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary><c>__type</c> is the protocol's, not the record's.</summary>
    private static JsonObject Members(JsonObject record) => new(record.Where(m => m.Key != "__type").Select(m => KeyValuePair.Create(m.Key, Decode(m.Value))));
}
