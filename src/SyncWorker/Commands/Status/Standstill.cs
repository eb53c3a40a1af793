using SyncWorker.State;

namespace SyncWorker.Commands.Status;

/// <summary>What keeps the connection, or one co-sell opportunity, from being written, in the words of <c>status</c>.</summary>
internal static class Standstill
{
    /// <summary>What keeps the connection from writing, or from writing all; nothing where it writes.</summary>
    public static IEnumerable<string> Of(ConnectionState state)
    {
        if (!state.IsLive) yield return "Observing: both sides are read and neither is written. Pair what exists at AWS with adopt, then go-live.";
        if (state.Brake is { } brake) yield return $"The connection brakes: {brake.Words}";
        else if (state is { IsLive: true, WhyNothingIsWritten: { } why }) yield return $"Nothing is written now: {why}";
        if (state.IsLive && !state.Only.IsEmpty) yield return $"Limited to {string.Join(", ", state.Only)}; all others are read and not written.";
    }

    /// <summary>What keeps one opportunity waiting where the connection writes others.</summary>
    public static IEnumerable<string> Of(LinkState link, ConnectionState state)
    {
        if (state.IsLive && !state.Only.IsEmpty && !state.Only.Contains(link.Link.OpportunityId ?? ""))
            yield return $"{link.Link.OpportunityId ?? "It"} waits: it is not among the deals that the connection is limited to. A bare go-live lifts that.";
        if (Trouble.Parked(link) is { } parked) yield return $"It is {parked}";
    }
}
