using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Simulation.Mutants;

/// <summary>A row's codec, with something changed in what it reads or writes.</summary>
internal sealed class ChangedCodec(Codec real) : Codec
{
    /// <summary>Changes a canonical value that was read at a place.</summary>
    public Func<Place, string, string> Reads { get; init; } = (_, value) => value;

    /// <summary>Changes a canonical value that is to be written at a place.</summary>
    public Func<Place, string, string> Writes { get; init; } = (_, value) => value;

    /// <summary>The value of what the real codec does not know; null leaves it unknown.</summary>
    public string? Otherwise { get; init; }

    public override string Name => real.Name;

    public override bool IsList => real.IsList;

    /// <summary>The shipped map with the codec of one row changed.</summary>
    public static FieldMap In(FieldMap map, string label, Func<Codec, ChangedCodec> change) => new(map.RecordType, [.. map.Rows.Select(r => r.Label == label ? r with { Codec = change(r.Codec) } : r)]);

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var read = real.Decode(place, parts, context);
        return read.Canonical is { } value ? Reading.Value(wire, Reads(place, value)) : read.IsUnknown && Otherwise is not null ? Reading.Value(wire, Otherwise) : read;
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => real.Encode(place, Writes(place, canonical), present, context);
}
