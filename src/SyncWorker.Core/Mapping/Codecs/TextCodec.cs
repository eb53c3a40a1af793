using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>Free text, within the length that both sides hold.</summary>
internal sealed class TextCodec(int? length, bool cut) : Codec
{
    public override string Name => "text";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Plain(parts[0]) is not { } raw)
            return Reading.Unknown("not a text. Ask your Salesforce admin to check the field map", wire);
        var text = PlainText.Clean(raw);
        if (length is not { } limit || text.Length <= limit)
            return Reading.Value(wire, text);
        return cut && PlainText.Cut(text, limit) is { Length: > 0 } beginning
            ? Reading.Value(wire, beginning)
            : Reading.Unknown($"{text.Length} characters; {(place == Place.PartnerCentral ? "the row" : "AWS")} takes {limit}. Shorten it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);
}
