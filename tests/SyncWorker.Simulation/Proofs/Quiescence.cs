using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>When edits stop both sides agree within two cycles, and then nothing happens any more.</summary>
internal sealed class Quiescence
{
    private readonly SortedDictionary<CallPoint, long> _calls = [];

    /// <summary>The name under which a run of it can be replayed.</summary>
    public const string Name = "quiet";

    /// <summary>Runs as many worlds as fit into a time for the two cycles, and a few of them for so many cycles more.</summary>
    /// <param name="cycles">For how many cycles nothing happens in a few worlds.</param>
    /// <param name="worlds">How many those are.</param>
    /// <param name="agreeing">In how many worlds at least both sides must agree after two cycles.</param>
    /// <param name="time">How long worlds are made for that.</param>
    /// <param name="words">Where it is told.</param>
    /// <returns>The exit code.</returns>
    public static int Prove(int cycles, int worlds, int agreeing, TimeSpan time, TextWriter words)
    {
        var agreed = Seeds.From(1, agreeing, time, seed => Experiment(seed, 0));
        var disagreed = agreed.Tell(words, FormattableString.Invariant($"Two cycles in each of {agreed.Runs:N0} worlds after edits stopped: in {agreed.Runs - agreed.Bad:N0} of them both sides agree, or the row is held with a reason; a create that nobody answered may take two more while its record says Submitting"), $"{Name} --cycles 0");

        var quiet = new Quiescence();
        var seeds = Seeds.Until(s => s.Begun > worlds, seed => quiet.Add(seed, cycles));
        var all = (double)cycles * seeds.Runs;
        var line = FormattableString.Invariant($"{cycles:N0} cycles more in each of {seeds.Runs} worlds: {quiet.Writes} writes, {quiet._calls.Values.Sum() / all:F3} reads a cycle ({string.Join(", ", quiet._calls.Select(c => FormattableString.Invariant($"{c.Key} {c.Value / all:F3}")))})");
        return Math.Max(disagreed, seeds.Tell(words, line, $"{Name} --cycles {cycles}"));
    }

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed, int cycles) => new Rest(cycles).Experiment(seed);

    private long Writes => _calls.Where(c => Call.Writes(c.Key)).Sum(c => c.Value);

    private Verdict Add(int seed, int cycles)
    {
        var rest = new Rest(cycles);
        var verdict = Seeds.Of(rest.Experiment(seed));
        lock (_calls)
        {
            foreach (var (point, count) in rest.Calls.Concat(rest.SweepCalls)) _calls[point] = _calls.GetValueOrDefault(point) + count;
        }

        return verdict;
    }
}
