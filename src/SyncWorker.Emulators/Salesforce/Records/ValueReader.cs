using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SyncWorker.Emulators.Salesforce.Errors;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>Turns JSON that a caller sent into the value the org keeps, or refuses it. This is where a value is trimmed, cut and put in order.</summary>
internal static partial class ValueReader
{
    private static readonly string[] DateTimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    public static object? Read(Field field, JsonNode? json)
    {
        if (json is null)
            return field.Type == FieldType.Boolean ? throw Refusals.JsonOfWrongType("boolean", "VALUE_NULL", "null") : null;
        return field.Type switch
        {
            FieldType.Boolean => (object?)Flag(json),
            FieldType.Date => Text(field, json, "date") is { } text ? Date(text) : null,
            FieldType.DateTime => Text(field, json, "datetime") is { } text ? Instant(text) : null,
            FieldType.Reference or FieldType.Id => Text(field, json, "reference"),
            _ when field.IsNumber => Number(field, json),
            _ => String(field, json),
        };
    }

    public static bool TryInstant(string text, out DateTimeOffset instant)
    {
        // Real orgs also take the offset without a colon, as they print it themselves.
        var colon = OffsetWithoutColon().Replace(text, "$1:$2");
        if (!OffsetAtEnd().IsMatch(colon) || !DateTimeOffset.TryParseExact(colon, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant))
        {
            instant = default;
            return false;
        }

        instant = instant.ToUniversalTime();
        instant = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
        return true;
    }

    private static bool Flag(JsonNode json) => json.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.GetValue<string>(), out var flag) => flag,
        _ => throw Refusals.JsonOfWrongType("boolean", Token(json), Raw(json)),
    };

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refusals.JsonOfWrongType("date", "VALUE_STRING", text);

    private static DateTimeOffset Instant(string text) =>
        TryInstant(text, out var instant) ? instant : throw Refusals.JsonOfWrongType("datetime", "VALUE_STRING", text);

    private static double? Number(Field field, JsonNode json)
    {
        if (json.GetValueKind() is not (JsonValueKind.Number or JsonValueKind.String))
            throw Refusals.JsonOfWrongType(field.TypeName, Token(json), Raw(json));
        var text = json.GetValueKind() == JsonValueKind.String ? json.GetValue<string>().Trim() : json.ToJsonString();
        if (text.Length == 0)
            return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Refusals.JsonOfWrongType(field.TypeName, Token(json), text);
        if (field.Type == FieldType.Integer && number != Math.Truncate(number))
            throw Refusals.JsonOfWrongType(field.TypeName, "VALUE_NUMBER_FLOAT", text);
        if (field.Precision > 0 && Math.Abs(number) >= Math.Pow(10, field.Precision - field.Scale))
            throw Refusals.NumberTooLarge(field.Label, field.Name, text);
        return number;
    }

    private static string? String(Field field, JsonNode json)
    {
        if (Text(field, json, field.TypeName) is not { } text)
            return null;
        if (field.Type == FieldType.MultiPicklist)
            return Selection(field, text);
        if (text.Length > field.Length)
            throw Refusals.TooLong(field.Label, field.Name, text, field.Length);
        if (field.Type == FieldType.Email && !Email().IsMatch(text))
            throw Refusals.EmailInvalid(field.Label, field.Name, text);
        return field.Type == FieldType.Picklist ? Entry(field, text) : text;
    }

    /// <summary>A picklist keeps the spelling of its definition; a restricted one refuses what it does not define.</summary>
    private static string Entry(Field field, string text)
    {
        var entry = field.Picklist.FirstOrDefault(e => e.Value.Equals(text, StringComparison.OrdinalIgnoreCase));
        return entry?.Value ?? (field.Restricted ? throw Refusals.NotInPicklist(field.Label, field.Name, text) : text);
    }

    /// <summary>The selected values in the order of their definition, each once; undefined ones last, as they came.</summary>
    private static string? Selection(Field field, string text)
    {
        var chosen = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(value => Entry(field, value))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (chosen.Count == 0)
            return null;
        var defined = field.Picklist.Select(e => e.Value).Where(chosen.Contains).ToList();
        return string.Join(';', defined.Concat(chosen.Where(value => !defined.Contains(value))));
    }

    /// <summary>A JSON string, trimmed; nothing left of it is the same as null.</summary>
    private static string? Text(Field field, JsonNode json, string type)
    {
        var text = json.GetValueKind() switch
        {
            JsonValueKind.String => json.GetValue<string>(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False when field.IsText && field.Type != FieldType.MultiPicklist => json.ToJsonString(),
            _ => throw Refusals.JsonOfWrongType(type, Token(json), Raw(json)),
        };
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Token(JsonNode json) => json.GetValueKind() switch
    {
        JsonValueKind.Array => "START_ARRAY",
        JsonValueKind.Object => "START_OBJECT",
        JsonValueKind.Number => "VALUE_NUMBER",
        JsonValueKind.True => "VALUE_TRUE",
        JsonValueKind.False => "VALUE_FALSE",
        _ => "VALUE_STRING",
    };

    private static string Raw(JsonNode json) => json switch
    {
        JsonArray => "[",
        JsonObject => "{",
        _ => json.ToString(),
    };

    [GeneratedRegex(@"^[^@\s,;:<>()\[\]\\""]+@[^@\s,;:<>()\[\]\\""]+\.[A-Za-z]{2,}$")]
    private static partial Regex Email();

    [GeneratedRegex(@"([+-]\d{2})(\d{2})$")]
    private static partial Regex OffsetWithoutColon();

    [GeneratedRegex(@"T.*(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex OffsetAtEnd();
}
