using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Reconciliation.Worlds;

/// <summary>A number of which one side keeps only the tens.</summary>
internal sealed class TensCodec : Codec
{
    public override string Name => "tens";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context) =>
        Reading.Value(wire, (parts[0]!.GetValue<int>() / 10).ToString());

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(int.Parse(canonical) * 10);
}
