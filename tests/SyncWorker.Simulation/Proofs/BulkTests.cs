using SyncWorker.Simulation.Mutants;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>A little of each of the proofs in bulk; the program runs them by the hundred thousand.</summary>
public sealed class BulkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_deal_has_one_counterpart_though_answers_are_lost(int seed)
    {
        var batch = new Batch(each: 8);
        Assert.Empty(Run.Of(batch.Experiment(seed, lost: 0.3)).Violations);
        Assert.InRange(batch.ToPartnerCentral, 8, 20);
        Assert.InRange(batch.ToSalesforce, 8, 20);
        Assert.InRange(batch.Faults.Unanswered, 5, batch.Faults.Sent / 2);
    }

    [Fact]
    public void A_create_that_forgets_its_token_is_counted_as_a_duplicate()
    {
        var batch = new Batch(each: 8);
        Run.Of(batch.Experiment(1, lost: 0.3) with { Mutant = Named("a new client token with each attempt of a create") });
        Assert.NotEqual(0, batch.Duplicates);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Contested_edits_lose_and_revive_nothing(int seed)
    {
        var verdict = Run.Of(Edits.Experiment(seed));
        Assert.Empty(verdict.Violations);
        Assert.InRange(verdict.Counts.Contests, verdict.Counts.Edits / 10, verdict.Counts.Edits);
        Assert.Equal(0, verdict.Counts.FalseConflicts);
    }

    [Fact]
    public void Contested_edits_notice_that_losing_values_are_not_kept() =>
        Assert.Contains(Run.Of(Edits.Experiment(1) with { Mutant = Named("values that lose are not kept") }).Violations, v => v.StartsWith("I6", StringComparison.Ordinal));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void When_edits_stop_the_worker_only_asks_what_is_new_and_its_sweep_only_reads(int seed) => Assert.Empty(Run.Of(Quiescence.Experiment(seed, cycles: 130)).Violations);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Deals_of_another_tool_are_adopted_once_and_AWS_gets_only_what_was_chosen(int seed)
    {
        var day = new DayOne(deals: 6);
        Assert.Empty(Run.Of(day.Experiment(seed)).Violations);
        Assert.InRange(day.Adopted, 2, 6);
    }

    private static Mutant Named(string name) => AllMutants.List.Single(m => m.Name == name);
}
