using System.Globalization;

namespace SyncWorker.Core.Mapping;

/// <summary>What becomes of a date that has passed when it is to go to AWS, which takes no past dates.</summary>
/// <param name="Days">The days from today to send instead; null holds the row.</param>
public sealed record WhenPast(int? Days)
{
    /// <summary>The row is held until somebody moves the date.</summary>
    public static WhenPast Hold { get; } = new((int?)null);

    /// <summary>Reads <c>hold</c>, <c>today</c> or <c>today+15d</c>; null for anything else.</summary>
    public static WhenPast? Parse(string text) => text switch
    {
        "hold" => Hold,
        "today" => new WhenPast(0),
        _ when text.StartsWith("today+", StringComparison.Ordinal) && text.EndsWith('d')
            && int.TryParse(text.AsSpan(6, text.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 365 => new WhenPast(days),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Days is not { } days ? "hold" : days == 0 ? "today" : $"today+{days}d";
}
