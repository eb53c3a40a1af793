using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A moment in UTC, cut to whole seconds: Salesforce keeps no more.</summary>
internal sealed partial class DateTimeCodec : Codec
{
    public override string Name => "dateTime";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        return text is not null && Moment().Match(text) is { Success: true } match && Utc(match.Groups["second"].Value, match.Groups["offset"].Value) is { } utc
            ? Reading.Value(wire, utc)
            : Reading.Unknown($"{PlainText.Quote(text)} is not a date with a time. Correct it", wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) =>
        Encoded.Of(place == Place.PartnerCentral ? canonical : canonical[..^1] + ".000Z");

    private static string? Utc(string second, string offset)
    {
        var zone = offset is "Z" or "z" ? "+00:00" : offset.Contains(':', StringComparison.Ordinal) ? offset : offset.Insert(3, ":");
        return DateTimeOffset.TryParseExact(second + zone, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;
    }

    // Salesforce writes 2026-11-22T21:20:00.000+0000, AWS 2026-11-22T21:20:00.123456789Z with none to nine digits.
    [GeneratedRegex(@"\A(?<second>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.[0-9]{1,9})?(?<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})\z")]
    private static partial Regex Moment();
}
