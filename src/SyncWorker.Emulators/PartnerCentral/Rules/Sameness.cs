using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncWorker.Emulators.PartnerCentral.Rules;

/// <summary>
/// Whether two values say the same: unset, empty text and empty list are one thing; amounts are compared as numbers, choices
/// as sets.
/// </summary>
internal static class Sameness
{
    // Longer digits are identifiers that no decimal holds exactly.
    private const int NumberLengthMax = 28;

    public static bool Of(JsonNode? a, JsonNode? b) => string.Equals(Canonical(a), Canonical(b), StringComparison.Ordinal);

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "",
        JsonArray items => string.Join('|', items.Select(Canonical).Order(StringComparer.Ordinal)),
        JsonObject item => string.Concat(item.OrderBy(member => member.Key, StringComparer.Ordinal).Select(Canonical)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Amount(value.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Canonical(KeyValuePair<string, JsonNode?> member)
    {
        var value = Canonical(member.Value);
        return value.Length == 0 ? "" : $"{{{member.Key}={value}}}";
    }

    // Only a decimal point makes a number of digits: codes and phone numbers keep their zeros.
    private static string Amount(string text)
    {
        var isDecimal = text.Length < NumberLengthMax && text.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c == '.');
        return isDecimal && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : text;
    }
}
