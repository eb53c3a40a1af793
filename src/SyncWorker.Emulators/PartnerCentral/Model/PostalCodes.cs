using System.Text.RegularExpressions;

namespace SyncWorker.Emulators.PartnerCentral.Model;

/// <summary>Which countries have postal codes, and what AWS expects them to look like at submission.</summary>
internal static class PostalCodes
{
    private static readonly IReadOnlyList<string> Table = [.. TableText.Lines("postal-codes.txt")];

    private static readonly HashSet<string> CountriesWithout = [.. Table.First(l => l.StartsWith("none ", StringComparison.Ordinal)).Split(' ').Skip(1)];

    private static readonly Dictionary<string, (Regex Match, string Name, string Format)> Formats = Table
        .Where(line => !line.StartsWith("none ", StringComparison.Ordinal))
        .Select(line => line.Split("; "))
        .ToDictionary(cells => cells[0], cells => (new Regex($@"\A(?:{cells[1]})\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase), cells[2], cells[3]));

    public static bool Exist(string country) => !CountriesWithout.Contains(country);

    /// <summary>AWS's words for a postal code that does not fit its country; null when it fits or the country has no known format.</summary>
    public static string? Refusal(string country, string postalCode) =>
        Formats.TryGetValue(country, out var format) && !format.Match.IsMatch(postalCode)
            ? $"The postal code is invalid for country {format.Name}, {format.Name} postal code must be in {format.Format} format."
            : null;
}
