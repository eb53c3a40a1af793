using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A canonical value as one side writes it, or the reason why that side cannot hold it.</summary>
/// <param name="Parts">One JSON value per field; null stands for "clear".</param>
/// <param name="Reason">Why nothing can be written, in a seller's words; null when <paramref name="Parts"/> can.</param>
public sealed record Encoded(ImmutableArray<JsonNode?> Parts, string? Reason)
{
    /// <summary>A value for a single field or member.</summary>
    public static Encoded Of(JsonNode? part) => new([part], null);

    /// <summary>The side cannot hold the value.</summary>
    public static Encoded Held(string reason) => new([], reason);
}
