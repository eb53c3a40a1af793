using SyncWorker.Simulation.People;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A run in which everything that the worker can do happens at least once, whatever the seed.</summary>
internal static class Story
{
    private static readonly Deed[][] Cycles =
    [
        [Deed.ApprovedDealAppears, Deed.ApprovedDealAppears, Deed.Shares, Deed.AwsRefers, Deed.AwsRefers],
        [],
        [Deed.DraftSubmitted, Deed.ReferralAccepted],
        [Deed.ReferralRejected, Deed.ColleagueEdits, Deed.ColleagueEdits, Deed.ColleagueEdits],
        [Deed.SellerEdits, Deed.SolutionsOfSeller, Deed.SellerEdits, Deed.OpportunityEdited],
        [Deed.Approved, Deed.ColleagueEdits, Deed.ColleagueEdits, Deed.SellerEdits, Deed.AwsSellerEdits],
        [Deed.SellerEdits, Deed.SellerEdits, Deed.ColleagueEdits, Deed.SolutionsOfSeller],
        [Deed.ColleagueEdits],
        [Deed.ColleagueEdits],
    ];

    /// <summary>What such a run is like.</summary>
    public static Profile Profile { get; } = new(0, (TimeSpan.Zero, TimeSpan.Zero), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(4), 0, null, true, true);

    /// <summary>Plays it so many times.</summary>
    public static Action<Universe> Told(int times) => universe =>
    {
        universe.IsTold = true;
        universe.People.DealsMax = (4 * times) + 1;
        foreach (var (deeds, cycle) in Enumerable.Repeat(Cycles.Select((c, i) => (c, i)), times).SelectMany(c => c))
        {
            // A rolling update in the middle of it.
            if (cycle == Cycles.Length / 2) universe.Processes.RollOut();
            foreach (var deed in deeds) universe.People.Do(deed);
            universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
            Run.Cycle(universe, sweeps: false);
        }
    };
}
