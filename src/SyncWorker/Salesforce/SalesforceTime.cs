using System.Globalization;

namespace SyncWorker.Salesforce;

/// <summary>Salesforce's date-times: <c>2026-11-22T21:20:00.000+0000</c>, an offset that System.Text.Json rejects.</summary>
internal static class SalesforceTime
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    /// <summary>Reads a date-time as Salesforce writes it.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
