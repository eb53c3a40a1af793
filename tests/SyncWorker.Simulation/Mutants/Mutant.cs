using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>A deliberate fault of the engine, put around one of its real parts from outside. A simulation that does not notice it proves nothing of what the fault would break.</summary>
/// <param name="Name">What the engine then does wrong.</param>
/// <param name="In">The variant of the worker in one universe.</param>
internal sealed record Mutant(string Name, Func<Universe, Variant> In)
{
    public override string ToString() => Name;
}
