using System.Diagnostics;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation;

internal static class Program
{
    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["trace", var seed]:
                var verdict = Run.Of(int.Parse(seed), words: Console.Out);
                Console.WriteLine($"seed {seed}: {verdict.Counts}; trace {verdict.Trace}; {(verdict.IsGood ? "good" : string.Join(Environment.NewLine, verdict.Violations))}");
                return verdict.IsGood ? 0 : 1;
            case ["seeds", var first, var count]:
                return Seeds(int.Parse(first), int.Parse(count));
            default:
                return 2;
        }
    }

    private static int Seeds(int first, int count)
    {
        var clock = Stopwatch.StartNew();
        var (sum, bad) = (new Counts(), 0);
        var kinds = new SortedDictionary<string, (int Count, int First)>(StringComparer.Ordinal);
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            Verdict verdict;
            try
            {
                verdict = Run.Of(seed);
            }
            catch (Exception error)
            {
                verdict = new Verdict(seed, [$"the simulation failed: {error.GetType().Name} {error.Message} {error.StackTrace?.Split('\n')[0]}"], new Counts(), "");
            }

            lock (sum)
            {
                sum.Add(verdict.Counts);
                if (verdict.IsGood) return;
                bad++;
                foreach (var kind in verdict.Violations.Select(v => v.Length > 110 ? v[..110] : v)) kinds[kind] = kinds.TryGetValue(kind, out var k) ? (k.Count + 1, Math.Min(k.First, seed)) : (1, seed);
            }
        });
        Console.WriteLine($"{count} seeds, {bad} bad, {sum}, {count / clock.Elapsed.TotalSeconds:F1} seeds/s");
        foreach (var (kind, (number, seed)) in kinds.OrderByDescending(k => k.Value.Count).Take(40)) Console.WriteLine($"  {number,5} @{seed,-6} {kind}");
        return bad == 0 ? 0 : 1;
    }
}
