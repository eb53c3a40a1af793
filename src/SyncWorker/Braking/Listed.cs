using System.Globalization;

namespace SyncWorker.Braking;

/// <summary>How many records a side listed, and when.</summary>
internal readonly record struct Listed(int Count, DateTimeOffset At)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; nothing was listed before the first list.</summary>
    public static Listed Parse(string? text) => text?.Split(' ') is [var count, var at]
        ? new Listed(int.Parse(count, CultureInfo.InvariantCulture), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)) : default;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {At:O}");
}
