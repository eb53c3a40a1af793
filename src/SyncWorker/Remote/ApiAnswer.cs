using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Remote;

/// <summary>What an answer says that reports success.</summary>
internal static class ApiAnswer
{
    /// <summary>Reads an answer; one without a body is empty where none was to be expected.</summary>
    /// <param name="json">The body.</param>
    /// <param name="member">The member that such an answer always has; null where none is certain.</param>
    /// <param name="parse">How the API's JSON is read, where it has ways of its own.</param>
    /// <exception cref="JsonException">It is no answer of the API: cut off, or somebody else's.</exception>
    public static JsonObject Read(ReadOnlySpan<byte> json, string? member, Func<ReadOnlySpan<byte>, JsonNode?>? parse = null)
    {
        if (json.Length == 0 && member is null) return [];
        var body = (parse is null ? JsonNode.Parse(json) : parse(json)) as JsonObject ?? throw new JsonException("it is no JSON object");
        return member is null || body[member] is not null ? body : throw new JsonException($"it has no {member}");
    }
}
