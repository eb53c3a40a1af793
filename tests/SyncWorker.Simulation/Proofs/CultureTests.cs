using System.Globalization;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>What is sent does not depend on how the machine writes numbers and dates.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Times_are_written_the_same_in_every_culture(int seed)
    {
        var (before, expected) = (CultureInfo.CurrentCulture, Run.Of(new Experiment(seed)).Trace);
        try
        {
            CultureInfo.CurrentCulture = Determinism.Other;
            Assert.Equal(expected, Run.Of(new Experiment(seed)).Trace);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
