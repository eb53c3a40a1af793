using System.Globalization;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>What a seller reads in Sync Note about a conflict that was decided.</summary>
internal static class News
{
    public static string Of(string row, string? losing, string? standing, Side winner, DateTimeOffset? when, string reference)
    {
        var set = winner == Side.PartnerCentral ? "set in Partner Central" : "set in Salesforce";
        var on = when is { } date ? string.Create(CultureInfo.InvariantCulture, $" on {date.UtcDateTime:d MMM HH:mm} UTC") : "";
        return $"{row} {Shown(losing)} was replaced by {Shown(standing)}, {set}{on}; restore with ref {reference}.";
    }

    private static string Shown(string? value) => value is null ? "(empty)" : value.Length <= 80 ? value : value[..77] + "…";
}
