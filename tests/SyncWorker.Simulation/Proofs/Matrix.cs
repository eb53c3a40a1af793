using System.Collections.Concurrent;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Each fault at each point, by itself and in pairs, in a run in which each point is reached.</summary>
internal static class Matrix
{
    private const int SeedsMax = 8;
    private const int ProblemsShown = 60;

    /// <summary>Runs every cell with so many seeds and prints the table.</summary>
    /// <returns>The exit code.</returns>
    public static int Single(int seeds, TextWriter words)
    {
        var outcomes = new ConcurrentDictionary<Cell, (int Good, int Unreached)>();
        var problems = new ConcurrentBag<string>();
        Parallel.ForEach(Cells.All, InOrder, cell =>
        {
            // Not every seed comes to every fault: a draft may have to wait, as for a possible duplicate. Such a run says nothing of the fault.
            var (good, unreached) = (0, seeds);
            for (var seed = 1; unreached > 0 && seed <= seeds + SeedsMax; seed++)
            {
                var (verdict, isReached) = Of(seed, 1, cell.Order);
                if (isReached) unreached--;
                if (isReached && verdict.IsGood) good++;
                if (!verdict.IsGood) problems.Add(Problem(verdict, cell));
            }

            outcomes[cell] = (good, unreached);
        });
        Table(outcomes, seeds, words);
        Tell(problems, words);
        var passed = outcomes.Count(o => o.Value.Good == seeds);
        words.WriteLine($"{passed} of {outcomes.Count} cells passed, each with {seeds} seeds; {outcomes.Values.Sum(o => o.Unreached)} runs did not come to their fault; {problems.Count} runs broke an invariant");

        // Also one that broke it before it came to its fault, and was run in vain for the cell.
        return passed == outcomes.Count && problems.IsEmpty ? 0 : 1;
    }

    /// <summary>Runs every ordered pair of the ambiguous faults.</summary>
    /// <returns>The exit code.</returns>
    public static int Pairs(int every, TextWriter words)
    {
        var (good, unreached, all) = (0, 0, Cells.Pairs.Where((_, i) => i % every == 0).ToArray());
        var problems = new ConcurrentBag<string>();
        Parallel.ForEach(all, InOrder, pair =>
        {
            // Not every seed comes to both: a draft may have to wait, as for a possible duplicate.
            var (verdict, isReached) = Of(1, 2, pair.First.Order, pair.Second.Order);
            for (var seed = 2; !isReached && verdict.IsGood && seed <= SeedsMax; seed++) (verdict, isReached) = Of(seed, 2, pair.First.Order, pair.Second.Order);
            if (!isReached) Interlocked.Increment(ref unreached);
            else if (verdict.IsGood) Interlocked.Increment(ref good);
            if (!verdict.IsGood || !isReached) problems.Add(Problem(verdict, pair.First, pair.Second));
        });
        Tell(problems, words);
        words.WriteLine($"{good} of {all.Length} ordered pairs passed; {unreached} did not come to both faults");
        return good == all.Length ? 0 : 1;
    }

    private static ParallelOptions InOrder => new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>The run in which every point is reached, with faults in their order.</summary>
    public static (Experiment Experiment, OrderedFaults Faults) Experiment(int seed, int times, TextWriter? words, params FaultOrder[] orders)
    {
        var faults = new OrderedFaults(orders);
        return (new Experiment(seed) { Faults = faults, Profile = Story.Profile, People = Story.Told(times), Words = words }, faults);
    }

    private static (Verdict Verdict, bool IsReached) Of(int seed, int times, params FaultOrder[] orders)
    {
        var (experiment, faults) = Experiment(seed, times, null, orders);
        return (Seeds.Of(experiment), faults.HaveHappened);
    }

    /// <summary>What a run broke, and the line that shows it.</summary>
    private static string Problem(Verdict verdict, params Cell[] cells) =>
        $"{string.Join(", then ", cells.Select(c => $"{c.Point}, {c.Fault}"))}: {(verdict.IsGood ? "not reached" : string.Join("; ", verdict.Violations))}: {Run.Replay(verdict.Seed)} --cell '{string.Join(", ", cells.Select(c => c.Name))}'";

    private static void Tell(IEnumerable<string> problems, TextWriter words)
    {
        foreach (var problem in problems.Order(StringComparer.Ordinal).Take(ProblemsShown)) words.WriteLine("  " + problem);
    }

    private static void Table(ConcurrentDictionary<Cell, (int Good, int Unreached)> outcomes, int seeds, TextWriter words)
    {
        foreach (var point in Cells.All.GroupBy(c => c.Point))
        {
            var bad = point.Where(c => outcomes[c].Good < seeds).Select(c => outcomes[c].Unreached == seeds ? $"{c.Fault} not reached" : $"{c.Fault} {outcomes[c].Good}/{seeds}").ToArray();
            words.WriteLine($"  {point.Key,-24} {point.Count() - bad.Length,2} of {point.Count(),2} faults survived{(bad.Length > 0 ? ": not " + string.Join(", ", bad) : "")}");
        }
    }
}
