using System.Globalization;
using SyncWorker.Core.Opportunities;
using SyncWorker.State;

namespace SyncWorker.Commands.Status;

/// <summary>Something about a co-sell opportunity that somebody has to look at, in the words of <c>status</c>.</summary>
/// <param name="LinkId">The Clazar Id.</param>
/// <param name="OpportunityId">AWS's number; null where there is none yet.</param>
/// <param name="Words">What it is.</param>
internal sealed record Trouble(string LinkId, string? OpportunityId, string Words)
{
    /// <summary>What fails, and what a side refused. A co-sell record that takes no write cannot show it itself.</summary>
    public static IEnumerable<Trouble> Of(LinkState state) => Told(state).Select(words => new Trouble(state.Link.Id, state.Link.OpportunityId, words));

    /// <summary>That it is parked, since when, and what releases it; null where it is not.</summary>
    public static string? Parked(LinkState state) => state.ParkedAt is { } parked
        ? $"parked since {At(parked)}, after {state.Failures} failures in a row. The log says why. It is tried again when somebody edits it, or with: syncworker retry {state.Link.Id}" : null;

    private static IEnumerable<string> Told(LinkState state)
    {
        if (Parked(state) is { } parked) yield return parked;
        else if (state.Failures > 0) yield return $"failed {state.Failures} times in a row; next try {At(state.NotBefore)}. The log says why.";
        foreach (var write in state.Baseline.OurWrites.Values.Where(w => w.Held is not null).OrderBy(w => w.Row, StringComparer.Ordinal))
            yield return $"{write.Row} is held since {At(write.Held!.Since)}: another tool keeps changing it back in {(write.To == Side.Salesforce ? "Salesforce" : "Partner Central")}. It goes on after a day of quiet, or with: syncworker retry {state.Link.Id}";
        foreach (var (key, refusal) in state.Baseline.Refusals.OrderBy(r => r.Key, StringComparer.Ordinal).DistinctBy(r => (Subject(r.Key), r.Value.Words)))
            yield return $"{Subject(key)} was refused {(refusal.Times == 1 ? "once" : $"{refusal.Times} times")}, last {At(refusal.At)}: {refusal.Words}";
    }

    private static string Subject(string key) => key.Split(':') is ["step", var step, ..] ? step : key.Replace(":", ", row ", StringComparison.Ordinal);

    private static string At(DateTimeOffset? at) => at is { } time ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "with the next drain";

    /// <inheritdoc/>
    public override string ToString() => $"{LinkId} ({OpportunityId ?? "not at AWS yet"}): {Words}";
}
