using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>A deliberate fault of the engine, put around one of its real parts from outside. A simulation that does not notice it proves nothing of what the fault would break.</summary>
/// <param name="Name">What the engine then does wrong.</param>
/// <param name="In">The variant of the worker in one universe.</param>
internal sealed record Mutant(string Name, Func<Universe, Variant> In)
{
    /// <summary>The run of a seed in which it is looked for: the usual one, unless what it breaks comes about there too seldom.</summary>
    public Func<int, Experiment> Run { get; init; } = seed => new Experiment(seed);

    /// <summary>That run, with the fault in it.</summary>
    public Experiment Experiment(int seed) => Run(seed) with { Mutant = this };

    public override string ToString() => Name;
}
