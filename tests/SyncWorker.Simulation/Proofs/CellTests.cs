using SyncWorker.Simulation.Faults;
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

    [Theory]
    [InlineData("D1 commit Stopped")]
    [InlineData("D2 commit Stopped")]
    [InlineData("D3 commit Stopped")]
    [InlineData("D4 commit Stopped")]
    [InlineData("D5 commit Stopped")]
    [InlineData("D6 commit Stopped")]
    [InlineData("D7 commit Stopped")]
    public void Nothing_is_kept_of_a_process_that_goes_on_after_another_one_took_over(string cell) => Survives(cell);

    /// <summary>Commits that the matrix has no field for.</summary>
    public static TheoryData<string, string> OtherCommits
    {
        get
        {
            var others = new TheoryData<string, string>();
            foreach (var point in (StorePoint[])[StorePoint.Link, StorePoint.Due, StorePoint.Quota, StorePoint.Connection])
                foreach (var fault in Enum.GetNames<StoreFaultKind>()) others.Add(point.ToString(), fault);
            return others;
        }
    }

    [Theory]
    [MemberData(nameof(OtherCommits))]
    public void The_other_commits_may_fail_too(string point, string fault) => Survives(FaultOrder.Of(Enum.Parse<StorePoint>(point), Enum.Parse<StoreFaultKind>(fault)));

    [Fact]
    public void The_matrix_has_387_fields_and_4032_ordered_pairs_of_64_ambiguous_ones() => Assert.Equal((387, 64, 4032), (Cells.All.Count, Cells.All.Count(c => c.IsAmbiguous), Cells.Pairs.Count()));

    private static void Survives(string cell) => Survives(Cells.ByName(cell).Order);

    private static void Survives(FaultOrder order)
    {
        var (experiment, faults) = Matrix.Experiment(1, 1, null, order);
        Assert.Empty(Run.Of(experiment).Violations);
        Assert.True(faults.HaveHappened, "the run did not come to its fault");
    }
}
