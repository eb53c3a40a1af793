using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>Another codec under another name whose canonical values carry a prefix, as after a change of the map.</summary>
internal sealed class RelabelledCodec(Codec inner, string name, string prefix) : Codec
{
    public override string Name => name;

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var reading = inner.Decode(place, parts, context);
        return reading.HasValue ? reading with { Canonical = prefix + reading.Canonical } : reading;
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        inner.Encode(place, canonical[prefix.Length..], present, context);
}
