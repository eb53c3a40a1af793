using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A checkbox. Salesforce knows no blank one, so a blank is <c>false</c>.</summary>
internal sealed class FlagCodec : Codec
{
    public override string Name => "flag";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context) => Checkbox.Read(Plain(parts[0]), wire);

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical == Checkbox.True);

    protected override Reading Blank(string wire) => Reading.Value(wire, Checkbox.False);

    protected override Encoded Cleared(Place place, ImmutableArray<JsonNode?> present) => Encoded.Of(false);
}
