using System.Collections.Immutable;
using System.Text.Json;

namespace SyncWorker.Polling;

/// <summary>
/// From which stamp a poll has to read, so that it misses nothing. A record gets its stamp while its transaction runs and becomes visible when that commits, up to an overlap later: the polls
/// read from what Salesforce's clock showed one overlap before the last poll. Where either clock was set in between, that is earlier than subtracting would say.
/// </summary>
/// <param name="Readings">The polls of the last overlap, oldest first, and one before.</param>
internal sealed record SalesforceClock(ImmutableArray<ClockReading> Readings)
{
    /// <summary>Before the first poll.</summary>
    public static SalesforceClock Unread { get; } = new([]);

    /// <summary>The earliest stamp that may have become visible since the last poll; null before the first: then everything is read.</summary>
    public DateTimeOffset? From => Readings.IsEmpty ? null : Lowest(Readings);

    /// <summary>The same, once a poll's answer has shown what the clocks did since the last one.</summary>
    public DateTimeOffset Since(DateTimeOffset ours, DateTimeOffset theirs) => Lowest(Readings.Add(new ClockReading(ours, theirs)));

    /// <summary>The clock after a poll was answered.</summary>
    /// <param name="ours">Our clock before it asked.</param>
    /// <param name="theirs">Salesforce's in the first answer.</param>
    /// <param name="overlap">The longest that a transaction takes.</param>
    public SalesforceClock Read(DateTimeOffset ours, DateTimeOffset theirs, TimeSpan overlap)
    {
        var readings = Readings.IsEmpty ? [new ClockReading(ours - overlap, theirs - overlap)] : Readings;

        // The last one that is a whole overlap older than this poll stays: a transaction that is open now began after it.
        var first = 0;
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i].Ours <= ours - overlap) first = i;
        }

        return new SalesforceClock(readings[first..].Add(new ClockReading(ours, theirs)));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SalesforceClock Parse(string? text) => text is null ? Unread : new SalesforceClock(JsonSerializer.Deserialize<ImmutableArray<ClockReading>>(text));

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(Readings);

    /// <summary>The lowest that Salesforce's clock can have shown since the first reading, if it or ours was set at any moment between two.</summary>
    private static DateTimeOffset Lowest(ImmutableArray<ClockReading> readings) =>
        readings.Skip(1).Zip(readings, (later, earlier) => later.Theirs - (later.Ours - earlier.Ours)).Concat(readings.Select(r => r.Theirs)).Min();
}
