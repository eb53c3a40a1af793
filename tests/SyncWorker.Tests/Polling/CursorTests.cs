using System.Globalization;

namespace SyncWorker.Tests.Polling;

/// <summary>The Salesforce cursor under everything that loses changes elsewhere: late commits, one stamp for thousands of records, stamps that move alone, clocks that are set, edits between pages.</summary>
public sealed class CursorTests
{
    /// <summary>How many changes: 10,000 by default, 100,000 in the long proofs.</summary>
    private static readonly int Changes = int.Parse(Environment.GetEnvironmentVariable("CURSOR_CHANGES") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_change_is_missed_and_reading_again_marks_nothing()
    {
        await using var org = new TorturedOrg(seed: 20261123, records: Changes / 10);
        while (org.Changed < Changes)
        {
            await org.TortureAsync();
            Assert.Empty(await org.MissedAsync());
        }

        Assert.True(org.Marked <= org.Changed, org.ToString());
        Assert.True(org is { Late: > 0, Touched: > 0, ClockSet: > 0, BetweenPages: > 0 }, org.ToString());
    }

    [Fact]
    public async Task Without_the_overlap_changes_are_missed()
    {
        await using var org = new TorturedOrg(seed: 20261123, records: 500, overlap: TimeSpan.Zero);
        await org.TortureAsync();
        Assert.NotEmpty(await org.MissedAsync());
    }
}
