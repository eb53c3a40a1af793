using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Several values without order: <c>A;B</c> in Salesforce, a list at AWS. Canonical: each once, sorted, joined by semicolons.</summary>
internal sealed class SetCodec(ValueMap? values) : Codec
{
    private readonly Vocabulary _vocabulary = new(values);

    public override string Name => "set";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Items(place, parts[0]) is not { } items)
            return Reading.Unknown("not a list of texts. Ask your Salesforce admin to check the field map", wire);
        if (items.FirstOrDefault(i => i.Contains(';', StringComparison.Ordinal)) is { } torn)
            return Reading.Unknown($"AWS value '{torn}' holds a semicolon, which separates values in Salesforce. Ask your Salesforce admin to add a spelling without one", wire);
        var read = items.Select(item => _vocabulary.Read(place, item)).ToArray();
        if (read.FirstOrDefault(r => r.Reason is not null).Reason is { } reason)
            return Reading.Unknown(reason, wire);
        var canonical = string.Join(';', read.Select(r => r.Meaning).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        return canonical.Length == 0 ? Reading.Blank(wire) : Reading.Value(wire, canonical);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context)
    {
        if (place == Place.PartnerCentral)
            return Encoded.Of(new JsonArray([.. canonical.Split(';').Select(item => JsonValue.Create(item))]));
        var held = present is [var only] ? Items(place, only) ?? [] : [];
        var words = canonical.Split(';').Select(meaning => Word(place, meaning, held)).ToArray();
        return words.FirstOrDefault(w => w.Reason is not null).Reason is { } reason ? Encoded.Held(reason) : Encoded.Of(string.Join(';', words.Select(w => w.Word)));
    }

    private (string? Word, string? Reason) Word(Place place, string meaning, List<string> held) =>
        held.FirstOrDefault(word => _vocabulary.Read(place, word).Meaning == meaning) is { } same ? (same, null)
        : _vocabulary.Write(place, meaning, held.Count > 0 ? held[0] : null);

    private static List<string>? Items(Place place, JsonNode? node)
    {
        var texts = node is JsonArray list ? [.. list.Where(n => n is not null).Select(Plain)]
            : Plain(node) is { } text ? (place == Place.PartnerCentral ? [text] : text.Split(';')) : new string?[] { null };
        return texts.Contains(null) ? null : [.. texts.Select(t => PlainText.Clean(t!)).Where(t => t.Length > 0)];
    }
}
