using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.AwsFacts;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A country as its ISO 3166 code; Salesforce may hold a name. A value map adds the org's own names.</summary>
internal sealed class CountryCodec(ValueMap? values) : Codec
{
    private readonly ImmutableDictionary<string, string> _names =
        (values?.ToAws ?? ImmutableDictionary<string, string>.Empty).WithComparers(StringComparer.OrdinalIgnoreCase);

    public override string Name => "country";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        var code = text is null ? null : place == Place.PartnerCentral ? Countries.Code(text) : Countries.Find(_names.GetValueOrDefault(text, text));
        return code is not null ? Reading.Value(wire, code)
            : Reading.Unknown($"{PlainText.Quote(text)} is not a country that AWS knows. Use its two-letter code, such as US", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);
}
