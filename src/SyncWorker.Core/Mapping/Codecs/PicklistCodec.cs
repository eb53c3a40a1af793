using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>One value of a list. AWS's value is the canonical one; a Salesforce value that already means it is never replaced.</summary>
internal sealed class PicklistCodec(ValueMap? values) : Codec
{
    private readonly Vocabulary _vocabulary = new(values);

    public override string Name => "picklist";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        if (Plain(parts[0]) is not { } text)
            return Reading.Unknown("not a text. Ask your Salesforce admin to check the field map", wire);
        var (meaning, reason) = _vocabulary.Read(place, text);
        return reason is not null ? Reading.Unknown(reason, wire) : meaning is null ? Reading.Blank(wire) : Reading.Value(wire, meaning);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context)
    {
        var (word, reason) = _vocabulary.Write(place, canonical, present is [var only] ? Plain(only) : null);
        return reason is null ? Encoded.Of(word) : Encoded.Held(reason);
    }
}
