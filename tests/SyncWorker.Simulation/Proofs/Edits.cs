using System.Collections.Concurrent;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Very many edits, many of them of the same rows on both sides: none is lost without a word, and none that was replaced comes back.</summary>
internal static class Edits
{
    private const double ConflictsAtLeast = 0.1;
    private const double FalseAtMost = 0.001;

    /// <summary>The name under which a run of it can be replayed.</summary>
    public const string Name = "edits";

    /// <summary>Runs worlds until there were so many edits.</summary>
    /// <returns>The exit code.</returns>
    public static int Prove(int count, TextWriter words)
    {
        var wrongAt = new ConcurrentBag<int>();
        var seeds = Seeds.Until(s => s.Counts.Edits >= count, seed =>
        {
            var verdict = Seeds.Of(Experiment(seed));
            if (verdict.Counts.FalseConflicts > 0) wrongAt.Add(seed);
            return verdict;
        });
        var counts = seeds.Counts;
        var (share, wrong) = ((double)counts.Contests / Math.Max(1, counts.Edits), (double)counts.FalseConflicts / Math.Max(1, counts.Conflicts));
        var line = FormattableString.Invariant($"{counts.Edits:N0} edits, {counts.Contests:N0} true conflicts ({share:P1} of the edits), {counts.Conflicts:N0} decisions, {counts.FalseConflicts} of them where nobody else saw a conflict; {seeds.Kinds("I1 ", "I6 ", "alone was overwritten")} values lost silently, {seeds.Kinds("I2 ")} revived, {seeds.Kinds("was reversed")} decisions reversed; {counts.Edits / seeds.Seconds:N0} edits a second");
        var isOpen = seeds.Tell(words, line, Name) != 0;
        if (share < ConflictsAtLeast) words.WriteLine(FormattableString.Invariant($"  too few conflicts: {ConflictsAtLeast:P0} are wanted"));
        if (!wrongAt.IsEmpty) words.WriteLine(FormattableString.Invariant($"  decisions where nobody saw a conflict ({FalseAtMost:P1} are allowed): {string.Join("; ", wrongAt.Order().Take(3).Select(seed => Run.Replay(seed, Name)))}"));
        return isOpen || share < ConflictsAtLeast || wrong > FalseAtMost ? 1 : 0;
    }

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed) => Contest.Experiment(seed);
}
