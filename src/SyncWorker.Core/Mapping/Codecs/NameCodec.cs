using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A person's name: two members at AWS, one field in Salesforce.</summary>
internal sealed class NameCodec : Codec
{
    public override string Name => "name";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var name = parts[0] is JsonObject person ? PersonName.Of(person) : Plain(parts[0]) is { } text ? PersonName.Clean(text) : null;
        return name is null ? Reading.Unknown("not a name. Ask your Salesforce admin to check the field map", wire)
            : name.Length > 0 ? Reading.Value(wire, name)
            : parts[0] is JsonObject ? Reading.Blank(wire) : Reading.Unknown($"{PlainText.Quote(Plain(parts[0]))} is not a name. Correct it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        Encoded.Of(place == Place.PartnerCentral ? PersonName.Person(canonical, "") : canonical);
}
