using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>
/// A two-way conversion between what stands on the wire and a row's canonical value. Laws, for every value that a side can hold:
/// <c>Decode(Encode(c)) = c</c>, and writing back what was read changes nothing. What cannot be read is unknown with the reason, never empty.
/// </summary>
public abstract class Codec
{
    /// <summary>The name that the field map uses.</summary>
    public abstract string Name { get; }

    /// <summary>Whether its values are lists without order: both sides add to them and take from them.</summary>
    public virtual bool IsList => false;

    /// <summary>Reads a place.</summary>
    /// <param name="place">Which place speaks: the followed place may use the org's own picklist values.</param>
    /// <param name="parts">One JSON value per field; Partner Central and followed places have one.</param>
    /// <param name="context">What is known of the record.</param>
    public Reading Decode(Place place, ImmutableArray<JsonNode?> parts, CodecContext context)
    {
        var wire = Wire(parts);
        return IsBlank(parts) ? Blank(wire) : Read(place, parts, wire, context);
    }

    /// <summary>Writes a canonical value. A Salesforce field that already means the value is left in its own words.</summary>
    /// <param name="place">Where it is to be written; <see cref="Place.Followed"/> stands for a standard field.</param>
    /// <param name="canonical">The value; null clears the place.</param>
    /// <param name="present">What stands there now: a many-to-one picklist keeps a value that already means the same.</param>
    /// <param name="context">What is known of the record.</param>
    public Encoded Encode(Place place, string? canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        canonical is null ? Cleared(place, present)
        : place != Place.PartnerCentral && Decode(place, present, context).Canonical == canonical ? new Encoded([.. present.Select(p => p?.DeepClone())], null)
        : Write(place, canonical, present, context);

    /// <summary>The wire text of a place: compact JSON, a list where the place has several fields.</summary>
    public static string Wire(ImmutableArray<JsonNode?> parts) =>
        parts.Length == 1 ? Text(parts[0]) : "[" + string.Join(",", parts.Select(Text)) + "]";

    /// <summary>Reads a place that is not blank.</summary>
    protected abstract Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context);

    /// <summary>Writes a value.</summary>
    protected abstract Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context);

    /// <summary>What a blank wire means: empty, except where the codec reads a blank as a value.</summary>
    protected virtual Reading Blank(string wire) => Reading.Blank(wire);

    /// <summary>What clears a place: null in every field, except where a field cannot be null.</summary>
    protected virtual Encoded Cleared(Place place, ImmutableArray<JsonNode?> present) =>
        new([.. Enumerable.Repeat<JsonNode?>(null, Math.Max(1, present.Length))], null);

    /// <summary>The text of a JSON string, number or boolean; null for anything else.</summary>
    protected static string? Plain(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => null,
    };

    private static bool IsBlank(ImmutableArray<JsonNode?> parts) => parts.All(p => p switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value when value.TryGetValue<string>(out var text) => string.IsNullOrWhiteSpace(text),
        _ => false,
    });

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
