using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A postal code: a text, never a number, so zeros in front stay. Whether it fits its country is a requirement of submitting, not of reading.</summary>
internal sealed class PostalCodeCodec : Codec
{
    private const int Longest = 20;

    public override string Name => "postalCode";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Plain(parts[0]) is not { } text)
            return Reading.Unknown("not a postal code. Ask your Salesforce admin to check the field map", wire);
        var code = PlainText.OneLine(text).ToUpperInvariant();
        return code.Length <= Longest ? Reading.Value(wire, code) : Reading.Unknown($"{code.Length} characters; AWS takes {Longest}. Shorten it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);
}
