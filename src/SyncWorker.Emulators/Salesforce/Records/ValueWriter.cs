using System.Globalization;
using System.Text.Json.Nodes;
using SyncWorker.Emulators.Salesforce.Model;

namespace SyncWorker.Emulators.Salesforce.Records;

/// <summary>Writes a kept value as the API prints it.</summary>
internal static class ValueWriter
{
    public static JsonNode? Write(Field field, object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeOffset instant => JsonValue.Create(Print(instant)),
        double number when field.Type == FieldType.Integer => JsonValue.Create((long)number),
        // Parsed, because only a parsed number keeps its ".0" when it is written.
        double number => JsonNode.Parse(Print(number)),
        _ => JsonValue.Create((string)value),
    };

    public static string Print(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <summary>As Java prints a double: 3.0, 1234.5, and 1.0E7 from ten million on.</summary>
    public static string Print(double number)
    {
        var size = Math.Abs(number);
        if (size == 0 || (size >= 1e-3 && size < 1e7))
        {
            var plain = ((decimal)number).ToString(CultureInfo.InvariantCulture);
            return plain.Contains('.') ? plain : plain + ".0";
        }

        var digits = number.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(digits[(digits.IndexOf('E') + 1)..], CultureInfo.InvariantCulture);
        // The shortest digits that read back as the same number, and the point after the first of them.
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = shortest.Contains('E') ? shortest[..shortest.IndexOf('E')] : shortest;
        var bare = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0').TrimEnd('0');
        var rest = bare.Length > 1 ? bare[1..] : "0";
        return $"{(number < 0 ? "-" : "")}{bare[0]}.{rest}E{exponent}";
    }
}
