using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Emulators.Salesforce.Errors;

namespace SyncWorker.Emulators.Salesforce.Wire;

/// <summary>Puts values of earlier replies in the place of "@{ref.path}". A reference to a failed or missing reply halts the subrequest.</summary>
internal sealed partial class ReferenceResolver(IReadOnlyDictionary<string, ApiReply> replies)
{
    public string Resolve(string text) => Reference().Replace(text, Value);

    public JsonNode Resolve(JsonNode node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Resolve(m.Value)))),
        JsonArray array => new JsonArray([.. array.Select(n => n is null ? null : Resolve(n))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Resolve(text)),
        _ => node.DeepClone(),
    };

    private string Value(Match match)
    {
        var id = match.Groups["id"].Value;
        var at = replies.TryGetValue(id, out var reply) && !reply.Failed ? reply.Body : null;
        foreach (Capture step in match.Groups["step"].Captures)
            at = Step(at, step.Value);
        return at is JsonValue value
            ? value.ToString()
            : throw Refusals.ProcessingHalted($"Invalid reference specified. No value for {match.Value} found in {id}.");
    }

    /// <summary>Names keep their case: a create answers "id", a read record has "Id".</summary>
    private static JsonNode? Step(JsonNode? at, string step)
    {
        if (step[0] != '[')
            return (at as JsonObject)?[step[1..]];
        var index = int.Parse(step[1..^1], CultureInfo.InvariantCulture);
        return at is JsonArray array && index < array.Count ? array[index] : null;
    }

    [GeneratedRegex(@"@\{(?<id>[A-Za-z0-9_]+)(?<step>\.[A-Za-z0-9_]+|\[\d+\])+\}")]
    private static partial Regex Reference();
}
