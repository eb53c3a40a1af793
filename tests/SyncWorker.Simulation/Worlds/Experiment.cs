using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Mutants;

namespace SyncWorker.Simulation.Worlds;

/// <summary>What is to be run.</summary>
/// <param name="Seed">The source of all chance.</param>
internal sealed record Experiment(int Seed)
{
    /// <summary>A deliberate fault of the worker; null for the worker as it is.</summary>
    public Mutant? Mutant { get; init; }

    /// <summary>Where the run is told in words.</summary>
    public TextWriter? Words { get; init; }

    /// <summary>What goes wrong; null for the profile's share of everything.</summary>
    public IFaults? Faults { get; init; }

    /// <summary>What the run is like; null for what the seed draws.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Whether the connection observes until somebody lets it go live, as a new one does.</summary>
    public bool Observes { get; init; }

    /// <summary>What people do while the worker works; null for as they like.</summary>
    public Action<Universe>? People { get; init; }

    /// <summary>What is looked at besides, when everything is over; null for nothing.</summary>
    public Action<Universe>? AtTheEnd { get; init; }
}
