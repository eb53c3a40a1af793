using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Remote;

/// <summary>What an answer says that reports success.</summary>
internal static class Answers
{
    /// <summary>Reads an answer; one without a body is empty where none was to be expected.</summary>
    /// <param name="text">The body.</param>
    /// <param name="member">The member that such an answer always has; null where none is certain.</param>
    /// <param name="parse">How the API's JSON is read, where it has ways of its own.</param>
    /// <exception cref="JsonException">It is no answer of the API: cut off, or somebody else's.</exception>
    public static JsonObject Read(string text, string? member, Func<string, JsonNode?>? parse = null)
    {
        if (text.Length == 0 && member is null) return [];
        var body = (parse is null ? JsonNode.Parse(text) : parse(text)) as JsonObject ?? throw new JsonException("it is no JSON object");
        return member is null || body[member] is not null ? body : throw new JsonException($"it has no {member}");
    }
}
