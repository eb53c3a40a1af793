using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Fields of the fault matrix that once broke an invariant.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("A5 Oversize")]
    [InlineData("S5 Oversize")]
    [InlineData("A1 Oversize")]
    public void A_success_that_is_not_the_API_s_own_delivers_nothing(string cell) => Survives(cell);

    [Theory]
    [InlineData("A4 LostAnswer")]
    [InlineData("A7 Late")]
    [InlineData("S6 KilledAfter")]
    [InlineData("D1 commit LostAcknowledgement")]
    public void What_may_have_happened_happens_once(string cell) => Survives(cell);

    private static void Survives(string cell)
    {
        var (experiment, faults) = Matrix.Experiment(1, 1, null, Cells.ByName(cell).Order);
        Assert.Empty(Run.Of(experiment).Violations);
        Assert.True(faults.HaveHappened, "the run did not come to its fault");
    }
}
