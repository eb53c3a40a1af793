using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>A day, the same text on both sides and in no time zone.</summary>
internal sealed class DateCodec : Codec
{
    public override string Name => "date";

    protected override Reading Read(Place place, ImmutableArray<JsonNode?> parts, string wire, CodecContext context)
    {
        var text = Plain(parts[0])?.Trim();
        if (text is not null && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000)
            return Reading.Value(wire, text);
        var hasTime = text is { Length: > 10 } && text[10] == 'T';
        return Reading.Unknown(PlainText.Quote(text) + (hasTime ? " is a date with a time; the row takes a date. Ask your Salesforce admin to correct the field map" : " is not a date. Write it as 2026-12-31"), wire);
    }

    protected override Encoded Write(Place place, string canonical, ImmutableArray<JsonNode?> present, CodecContext context) => Encoded.Of(canonical);
}
