using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>A few seeds with every test run; CI runs thousands by the program.</summary>
public sealed class SeedsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(21)]
    [InlineData(31)]
    public void Nothing_is_lost_doubled_or_left_different(int first) => Assert.Empty(Enumerable.Range(first, 10).SelectMany(seed => Run.Of(new Experiment(seed)).Violations.Select(v => $"{v}: {Run.Replay(seed)}")));

    [Theory]
    [InlineData(7)]
    [InlineData(19)]
    public void A_seed_is_one_run(int seed) => Assert.Equal(Run.Of(new Experiment(seed)).Trace, Run.Of(new Experiment(seed)).Trace);

    [Fact]
    public void Another_seed_is_another_run() => Assert.NotEqual(Run.Of(new Experiment(7)).Trace, Run.Of(new Experiment(8)).Trace);
}
