using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Mapping.Codecs;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Tests.Mapping.Codecs;

/// <summary>Codecs fed with JSON as it stands on the wire.</summary>
internal static class Wire
{
    public static Codec Codec(string name, ValueMap? values = null, int? length = null, bool cut = false, string? argument = null) =>
        CodecTable.Create(name, new CodecArguments(values, length, cut, argument), out var problem) ?? throw new InvalidOperationException(problem);

    public static ImmutableArray<JsonNode?> Parts(params string[] json) => [.. json.Select(j => JsonNode.Parse(j))];

    public static Reading Read(this Codec codec, Place place, string json, string? country = null) => codec.Decode(place, Parts(json), new CodecContext(country));

    /// <summary>What is written, as JSON; the reason in brackets where nothing can be.</summary>
    public static string Write(this Codec codec, Place place, string? canonical, string present = "null", string? country = null)
    {
        var encoded = codec.Encode(place, canonical, Parts(present), new CodecContext(country));
        return encoded.Reason is { } reason ? $"({reason})" : Core.Mapping.Codecs.Codec.Wire(encoded.Parts);
    }

    public static ValueMap Map(string[] aws, string[] toAws, string[]? back = null, string[]? spellings = null, bool otherwise = false, bool open = false) =>
        new("stage", [.. aws], Pairs(toAws), Pairs(back ?? []), Pairs(spellings ?? []), otherwise) { Open = open };

    private static ImmutableDictionary<string, string> Pairs(string[] arrows) => arrows.Select(a => a.Split("->")).ToImmutableDictionary(p => p[0], p => p[1]);
}
