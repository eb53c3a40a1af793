using SyncWorker.Simulation.Faults;

namespace SyncWorker.Simulation.Proofs;

/// <summary>One field of the fault matrix: what goes wrong, and where.</summary>
/// <param name="Point">The point's name in the matrix, such as S5 or D1, with its own.</param>
/// <param name="Fault">The fault's name.</param>
/// <param name="Order">What is to happen.</param>
/// <param name="IsAmbiguous">Whether nobody can tell afterwards whether it took effect.</param>
internal sealed record Cell(string Point, string Fault, FaultOrder Order, bool IsAmbiguous)
{
    /// <summary>What it is called where one is asked for.</summary>
    public string Name => $"{Point.Split(' ')[0]} {Fault}";
}
