using System.Globalization;

namespace SyncWorker.Emulators.PartnerCentral.Wire;

/// <summary>Writes instants the way each member of the API was recorded.</summary>
internal static class Stamp
{
    /// <summary>LastModifiedDate: milliseconds, never finer, because clients echo it as the lock.</summary>
    public static string Milliseconds(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>CreatedDate: whole seconds.</summary>
    public static string Seconds(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Invitation and task times: nine digits, two more than .NET's clock has.</summary>
    public static string Nanoseconds(DateTimeOffset at, int sequence) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + (sequence % 90 + 10).ToString(CultureInfo.InvariantCulture) + "Z";

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool TryRead(string? text, out DateTimeOffset at) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at)
        && text.Contains('T', StringComparison.Ordinal);

    public static DateTimeOffset Read(string text) =>
        TryRead(text, out var at) ? at : throw new FormatException($"'{text}' is not a timestamp.");

    public static DateTimeOffset ToMilliseconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
