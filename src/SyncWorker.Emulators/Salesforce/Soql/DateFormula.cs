using System.Globalization;

namespace SyncWorker.Emulators.Salesforce.Soql;

/// <summary>Relative dates such as TODAY and LAST_N_DAYS:7. Each is a range of whole days; none is finer than a day.</summary>
internal static class DateFormula
{
    public static bool IsName(string text) => text.ToUpperInvariant() is "TODAY" or "YESTERDAY" or "TOMORROW";

    /// <summary>First day and last day of the range, or null for a formula the emulator does not know.</summary>
    public static (DateOnly First, DateOnly Last)? Days(string text, DateOnly today)
    {
        var parts = text.ToUpperInvariant().Split(':');
        var n = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return parts[0] switch
        {
            "TODAY" => (today, today),
            "YESTERDAY" => (today.AddDays(-1), today.AddDays(-1)),
            "TOMORROW" => (today.AddDays(1), today.AddDays(1)),
            "LAST_N_DAYS" => (today.AddDays(-n), today),
            "NEXT_N_DAYS" => (today.AddDays(1), today.AddDays(n)),
            _ => null,
        };
    }
}
