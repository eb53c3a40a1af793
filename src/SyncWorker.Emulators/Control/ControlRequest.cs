using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.Control;

/// <summary>One request to the controls, taken apart.</summary>
internal sealed class ControlRequest(string method, IReadOnlyList<string> path, string body)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public string Method { get; } = method;

    /// <summary>The path's segments, decoded.</summary>
    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The body as a JSON object; an empty body is an empty object.</summary>
    public JsonObject Body()
    {
        if (string.IsNullOrWhiteSpace(body)) return [];
        try
        {
            return JsonNode.Parse(body, null, Strict) as JsonObject ?? throw new ControlException(400, "INVALID_JSON", "The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new ControlException(400, "INVALID_JSON", $"The body is not JSON: {e.Message}");
        }
    }

    public string Text(string member) => OptionalText(member) ?? throw new ControlException(400, "MISSING_MEMBER", $"The body needs a string \"{member}\".");

    public string? OptionalText(string member) => Body()[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw new ControlException(400, "INVALID_MEMBER", $"\"{member}\" must be a string."),
    };

    /// <summary>A span such as <c>00:10:00</c>; none where the member is missing.</summary>
    public TimeSpan Span(string member) => OptionalText(member) is not { } text ? TimeSpan.Zero
        : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) ? span
        : throw new ControlException(400, "INVALID_MEMBER", $"\"{member}\" must be a span such as 00:10:00.");

    public JsonObject Object(string member) =>
        Body()[member] as JsonObject ?? throw new ControlException(400, "MISSING_MEMBER", $"The body needs an object \"{member}\".");

    /// <summary>The values to set, by path.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Set() => Object("set").ToDictionary(m => m.Key, m => m.Value?.DeepClone());
}
