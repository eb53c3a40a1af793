using System.Globalization;
using SyncWorker.PartnerCentral.Quota;
using SyncWorker.State;

namespace SyncWorker.Commands.Status;

/// <summary>Whether the connection observes, is live or brakes, since when, and within which limits, in the words of <c>status</c>.</summary>
internal static class ModeWords
{
    public static async Task<IReadOnlyList<string>> OfAsync(ISyncStore store, DateTimeOffset now, CancellationToken cancellation)
    {
        var state = await store.ConnectionAsync(cancellation);
        string[] standstill = [.. Standstill.Of(state)];
        if (!state.IsLive) return standstill;
        var lines = new List<string> { state.LiveSince is { } since ? $"Live since {At(since)}." : "Live." };
        lines.AddRange(standstill);
        if (state.FirstDayEnds is not { } ends || now >= ends) return lines;
        var waiting = (await store.LinksAsync(cancellation)).Count(l => l.Due > l.Cleared && l.NotBefore == ends);
        lines.Add($"First day, until {At(ends)}: AWS got {await FirstDay.UsedAsync(store, cancellation)} of {state.FirstDayWrites} writes, {waiting} co-sell opportunities wait. Raise it with go-live --writes.");
        return lines;
    }

    private static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
