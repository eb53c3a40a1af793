using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>An identifier, case kept. Salesforce's 15-character ids get the three characters that make them safe to compare.</summary>
internal sealed class IdCodec : Codec
{
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public override string Name => "id";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context) =>
        Plain(parts[0])?.Trim() is not { } id ? Reading.Unknown("not an identifier. Ask your Salesforce admin to check the field map", wire) : Reading.Value(wire, IsShort(id) ? Long(id) : id);

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);

    // An AWS opportunity id (O and digits) may also have 15 characters.
    private static bool IsShort(string id) => id.Length == 15 && id.All(char.IsAsciiLetterOrDigit) && !(id[0] == 'O' && id.Skip(1).All(char.IsAsciiDigit));

    private static string Long(string id) => id + string.Concat(id.Chunk(5).Select(five => Checks[five.Select((c, i) => char.IsAsciiLetterUpper(c) ? 1 << i : 0).Sum()]));
}
