namespace SyncWorker.Core.Reconciliation;

/// <summary>What a side refused to take. The same is not sent again while the refusal stands.</summary>
/// <param name="Fingerprint">What was refused: a row's value or a whole step.</param>
/// <param name="Words">The remote's own words.</param>
/// <param name="At">When it was refused last.</param>
/// <param name="Times">How often the same was refused.</param>
public sealed record Refusal(string Fingerprint, string Words, DateTimeOffset At, int Times = 1)
{
    private const int HoursMax = 24;

    // 2 to the power of 5 hours is more than the longest.
    private const int DoublingsMax = 5;

    /// <summary>
    /// Whether it still stands. A refusal wears off, because what was in the way may be gone without any edit (an admin mended a validation rule, AWS granted a right): after an hour at
    /// first, after twice as long each time, after a day at most.
    /// </summary>
    public bool Stands(DateTimeOffset now) => now < At + TimeSpan.FromHours(Math.Min(HoursMax, 1 << Math.Min(Times - 1, DoublingsMax)));

    /// <summary>The refusal of something, which may have been refused before.</summary>
    internal static Refusal Of(Refusal? before, string fingerprint, string words, DateTimeOffset at) =>
        new(fingerprint, words, at, before?.Fingerprint == fingerprint ? before.Times + 1 : 1);
}
