using System.Diagnostics;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Many runs, one seed on each core, and what they came to.</summary>
internal sealed class Seeds
{
    private const int KindsShown = 40;
    private readonly SortedDictionary<string, (int Count, int First)> _kinds = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private (int Count, double Seconds)? _wanted;
    private double _hadWanted;

    public Counts Counts { get; } = new();

    /// <summary>How long it took so far.</summary>
    public double Seconds => _clock.Elapsed.TotalSeconds;

    /// <summary>How many seeds were run.</summary>
    public int Runs { get; private set; }

    /// <summary>How many of them broke an invariant.</summary>
    public int Bad { get; private set; }

    /// <summary>Runs seeds from a first one on, at least so many, and more while there is time. Where a time is given and not enough for so many, that is told as a failure.</summary>
    public static Seeds From(int first, int atLeast, TimeSpan time, Func<int, Experiment>? of = null)
    {
        var seeds = new Seeds { _wanted = time > TimeSpan.Zero ? (atLeast, time.TotalSeconds) : null };
        var next = first - 1;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            for (var seed = Interlocked.Increment(ref next); seed < first + atLeast || seeds._clock.Elapsed < time; seed = Interlocked.Increment(ref next)) seeds.Add(Of(of?.Invoke(seed) ?? new Experiment(seed)));
        });
        return seeds;
    }

    /// <summary>Runs seeds from 1 on until there were enough.</summary>
    /// <param name="isEnough">Whether those that were run are enough. Those that run at the same time end all the same.</param>
    /// <param name="run">The run of a seed.</param>
    public static Seeds Until(Func<Seeds, bool> isEnough, Func<int, Verdict> run)
    {
        var seeds = new Seeds();
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (seeds.Next(isEnough) is { } seed) seeds.Add(run(seed));
        });
        return seeds;
    }

    private int? Next(Func<Seeds, bool> isEnough)
    {
        lock (_kinds)
        {
            Begun++;
            return isEnough(this) ? null : Begun;
        }
    }

    /// <summary>How many seeds were begun.</summary>
    public int Begun { get; private set; }

    /// <summary>A run whose own failure is a verdict too.</summary>
    public static Verdict Of(Experiment experiment)
    {
        try
        {
            return Run.Of(experiment);
        }
        catch (Exception error)
        {
            return new Verdict(experiment.Seed, [$"the simulation failed: {error.GetType().Name} {error.Message} {error.StackTrace?.Split('\n')[0]}"], new Counts(), "");
        }
    }

    /// <summary>Adds a verdict; may be called by several threads.</summary>
    public void Add(Verdict verdict)
    {
        lock (_kinds)
        {
            Runs++;
            if (Runs == _wanted?.Count) _hadWanted = Seconds;
            Counts.Add(verdict.Counts);
            if (verdict.IsGood) return;
            Bad++;
            foreach (var kind in verdict.Violations.Select(v => v.Length > 110 ? v[..110] : v)) _kinds[kind] = _kinds.TryGetValue(kind, out var k) ? (k.Count + 1, Math.Min(k.First, verdict.Seed)) : (1, verdict.Seed);
        }
    }

    /// <summary>How often violations of some laws were seen, by words that they have.</summary>
    public int Kinds(params string[] words) => _kinds.Where(k => words.Any(w => k.Key.Contains(w, StringComparison.Ordinal))).Sum(k => k.Value.Count);

    /// <summary>Says what was seen.</summary>
    /// <param name="words">Where.</param>
    /// <param name="line">What these seeds were for; null for nothing in particular.</param>
    /// <param name="proof">What a replay must be told.</param>
    /// <returns>The exit code.</returns>
    public int Tell(TextWriter words, string? line = null, string? proof = null)
    {
        if (line is not null) words.WriteLine(line);
        words.WriteLine(FormattableString.Invariant($"{Runs:N0} seeds, {Bad} bad: {Counts}; {Seconds:F0} s, {Runs / Seconds:F1} seeds/s"));
        foreach (var (kind, (count, first)) in _kinds.OrderByDescending(k => k.Value.Count).Take(KindsShown)) words.WriteLine($"  {count,5} times {kind}: {Run.Replay(first, proof)}");
        var isLate = _wanted is { } wanted && _hadWanted > wanted.Seconds;
        if (isLate) words.WriteLine(FormattableString.Invariant($"  too slow: {_wanted!.Value.Count:N0} seeds took {_hadWanted:F0} s of {_wanted.Value.Seconds:F0} s"));
        return Bad == 0 && !isLate ? 0 : 1;
    }
}
