using SyncWorker.Simulation.Mutants;

namespace SyncWorker.Simulation.Proofs;

/// <summary>The seeds at which the mutants are noticed.</summary>
internal static class Hunt
{
    /// <summary>The recorded seeds, by the mutants' names.</summary>
    public static IReadOnlyDictionary<string, int> Recorded { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "killing-seeds.txt")).Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(' ', 2)).ToDictionary(l => l[1], l => int.Parse(l[0], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Looks for the first seed at which each mutant is noticed.</summary>
    /// <returns>The exit code.</returns>
    public static int Find(IReadOnlyList<Mutant> mutants, int within, TextWriter words)
    {
        var (found, ended) = (new int?[mutants.Count], 0);
        Parallel.For(0, mutants.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            // Where the worker as it is breaks something too, nothing is noticed of the fault.
            var kill = Enumerable.Range(1, within).Select(seed => Seeds.Of(mutants[i].Experiment(seed))).FirstOrDefault(v => !v.IsGood && Seeds.Of(mutants[i].Run(v.Seed)).IsGood);
            found[i] = kill?.Seed;
            Interlocked.Increment(ref ended);
            lock (words) words.WriteLine(kill is null ? $"- {mutants[i]}: not noticed within {within} seeds" : $"{kill.Seed} {mutants[i]}\t# {kill.Violations[0]}");
        });
        words.WriteLine($"{found.Count(f => f is not null)} of {mutants.Count} mutants noticed");
        return found.All(f => f is not null) ? 0 : 1;
    }
}
