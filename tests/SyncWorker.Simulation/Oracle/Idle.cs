using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>What a cycle costs in which there was nothing to do: each poll, once. It begins to count when it is made.</summary>
internal sealed class Idle(Universe universe)
{
    private readonly SortedDictionary<CallPoint, int> _before = new(universe.Witness.Calls);

    /// <summary>How the worker asks what is new.</summary>
    public static IReadOnlyList<CallPoint> Polls { get; } = [CallPoint.SalesforcePoll, CallPoint.List, CallPoint.ListInvitations];

    /// <summary>I4: who asked only what is new asked once.</summary>
    public void Check()
    {
        (CallPoint Point, int Count)[] calls = [.. universe.Witness.Calls.Select(c => (c.Key, c.Value - _before.GetValueOrDefault(c.Key))).Where(c => c.Item2 > 0)];
        if (universe.Profile.HasSmallPages || universe.Variant.HasSmallPages || calls.Any(c => !Polls.Contains(c.Point))) return;
        foreach (var (point, count) in calls.Where(c => c.Count > 1)) universe.Violate($"I4 {point} {count} times in a cycle in which there was nothing to do");
    }
}
