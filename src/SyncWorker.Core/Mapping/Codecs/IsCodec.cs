using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A checkbox that says whether AWS's member holds one value: Is Action Required is <c>Review Status = Action Required</c>. It is never written to AWS.</summary>
internal sealed class IsCodec(string value) : Codec
{
    public override string Name => "is";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context) =>
        place != Place.PartnerCentral ? Checkbox.Read(Plain(parts[0]), wire)
        : Plain(parts[0]) is not { } text ? Reading.Unknown("not a text. Ask your Salesforce admin to check the field map", wire)
        : Reading.Value(wire, PlainText.Clean(text).Equals(value, StringComparison.OrdinalIgnoreCase) ? Checkbox.True : Checkbox.False);

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        place == Place.PartnerCentral ? Encoded.Held("the row is derived from what AWS holds") : Encoded.Of(canonical == Checkbox.True);

    protected override Reading Blank(string wire) => Reading.Value(wire, Checkbox.False);

    protected override Encoded Cleared(Place place, ImmutableArray<JsonNode?> present) => Encoded.Of(false);
}
