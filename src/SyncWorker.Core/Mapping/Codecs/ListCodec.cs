using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Several values without order: <c>A;B</c> in Salesforce, a list at AWS. Canonical: each once, sorted, joined by semicolons.</summary>
internal abstract class ListCodec : Codec
{
    public sealed override bool IsList => true;

    /// <summary>What a word means at a place: the meaning, or empty for a word that stands for nothing, or the reason why nobody knows.</summary>
    protected abstract (string? Meaning, string? Reason) Meaning(Place place, string word, CodecContext context);

    /// <summary>The word for a meaning in Salesforce, or the reason why it has none.</summary>
    /// <param name="place">Where it is to stand.</param>
    /// <param name="meaning">One canonical value.</param>
    /// <param name="present">The first word that stands there now, if any.</param>
    /// <param name="context">What is known of the record.</param>
    protected abstract (string? Word, string? Reason) Word(Place place, string meaning, string? present, CodecContext context);

    protected sealed override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Items(place, parts[0]) is not { } items)
            return Reading.Unknown("not a list of texts. Ask your Salesforce admin to check the field map", wire);
        if (items.FirstOrDefault(i => i.Contains(';', StringComparison.Ordinal)) is { } torn)
            return Reading.Unknown($"AWS value '{torn}' holds a semicolon, which separates values in Salesforce. Ask your Salesforce admin to add a spelling without one", wire);
        var read = items.Select(item => Meaning(place, item, context)).ToArray();
        if (read.FirstOrDefault(r => r.Reason is not null).Reason is { } reason)
            return Reading.Unknown(reason, wire);
        var canonical = string.Join(';', read.Select(r => r.Meaning).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        return canonical.Length == 0 ? Reading.Blank(wire) : Reading.Value(wire, canonical);
    }

    protected sealed override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context)
    {
        if (place == Place.PartnerCentral)
            return Encoded.Of(new JsonArray([.. canonical.Split(';').Select(item => JsonValue.Create(item))]));
        var held = present is [var only] ? Items(place, only) ?? [] : [];
        var words = canonical.Split(';').Select(meaning => Kept(place, meaning, held, context)).ToArray();
        return words.FirstOrDefault(w => w.Reason is not null).Reason is { } reason ? Encoded.Held(reason) : Encoded.Of(string.Join(';', words.Select(w => w.Word)));
    }

    private (string? Word, string? Reason) Kept(Place place, string meaning, List<string> held, CodecContext context) =>
        held.FirstOrDefault(word => !word.Contains(';', StringComparison.Ordinal) && Meaning(place, word, context).Meaning == meaning) is { } same ? (same, null)
        : Word(place, meaning, held.Count > 0 ? held[0] : null, context);

    private static List<string>? Items(Place place, JsonNode? node)
    {
        var texts = node is JsonArray list ? [.. list.Where(n => n is not null).Select(Plain)]
            : Plain(node) is { } text ? (place == Place.PartnerCentral ? [text] : text.Split(';')) : new string?[] { null };
        return texts.Contains(null) ? null : [.. texts.Select(t => PlainText.Clean(t!)).Where(t => t.Length > 0)];
    }
}
