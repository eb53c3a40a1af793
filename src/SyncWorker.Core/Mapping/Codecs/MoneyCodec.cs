using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>An amount with at most two decimals, as AWS holds it; its currency is another row.</summary>
internal sealed class MoneyCodec : Codec
{
    // The largest amount that AWS's business rule takes (ACE data model 2025-10-28); a Salesforce double still tells its cents apart.
    private const decimal Largest = 1_000_000_000_000_000m;

    public override string Name => "money";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return Reading.Unknown($"{PlainText.Quote(text)} is not an amount. Write a number", wire);
        return amount < 0 || amount > Largest
            ? Reading.Unknown($"{text} is not an amount that AWS takes: 0 to 1,000,000,000,000,000. Correct it", wire)
            : Reading.Value(wire, Math.Abs(Math.Round(amount, 2, MidpointRounding.ToEven)).ToString("0.##", CultureInfo.InvariantCulture));
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        Encoded.Of(place == Place.PartnerCentral ? canonical : JsonValue.Create(decimal.Parse(canonical, CultureInfo.InvariantCulture)));
}
