using SyncWorker.Simulation.Mutants;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>The simulation is only worth what it notices.</summary>
public sealed class MutantTests
{
    public static TheoryData<string, int> Kills
    {
        get
        {
            var kills = new TheoryData<string, int>();
            foreach (var (mutant, seed) in Hunt.Recorded) kills.Add(mutant, seed);
            return kills;
        }
    }

    [Theory]
    [MemberData(nameof(Kills))]
    public void A_deliberate_fault_of_the_engine_is_noticed_at_its_seed_and_nothing_without_it(string mutant, int seed)
    {
        var fault = AllMutants.List.Single(m => m.Name == mutant);
        Assert.NotEmpty(Run.Of(fault.Experiment(seed)).Violations);
        Assert.Empty(Run.Of(fault.Run(seed)).Violations);
    }

    [Fact]
    public void Each_has_its_seed() => Assert.Equal(AllMutants.List.Select(m => m.Name).Order(StringComparer.Ordinal), Hunt.Recorded.Keys.Order(StringComparer.Ordinal));
}
