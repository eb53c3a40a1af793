using SyncWorker.Simulation.People;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A run in which people on both sides edit the same rows of the same few deals all the time: put values back, clear them, overwrite each other, and wait for nothing.</summary>
internal static class Contest
{
    private const int Cycles = 8;
    private const int EditsOfADeal = 12;

    private static readonly (int, Deed)[] Habits =
    [
        (50, Deed.Contested), (16, Deed.SellerEdits), (14, Deed.ColleagueEdits), (8, Deed.OpportunityEdited), (3, Deed.AnotherTool), (2, Deed.SavedUnchanged), (2, Deed.AwsSellerEdits), (1, Deed.SolutionOfColleague),
    ];

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed)
    {
        var chance = new Chance(seed + 1_000_000);
        var deals = chance.Between(2, 4);
        var profile = Story.Profile with
        {
            FaultRate = chance.Of(0.2) ? 0 : chance.Share() * 0.04,
            Skew = Profile.Skews(chance),
            TaskTime = TimeSpan.Zero,
            HasSmallPages = false,

            // Where three records have a row that is set back all day, the connection brakes, as it should.
            HoldsOtherTools = deals == 2 && chance.Of(0.5),
        };
        return new Experiment(seed) { Profile = profile, People = universe => Edit(universe, deals) };
    }

    private static void Edit(Universe universe, int deals)
    {
        var people = universe.People;
        (people.DealsMax, people.Habits) = (deals, Habits);
        people.Do(Deed.ApprovedDealAppears);
        for (var deal = 1; deal < deals; deal++) people.Do(universe.Chance.Of(0.5) ? Deed.ApprovedDealAppears : Deed.Shares);
        foreach (var deed in (Deed[])[Deed.SavedUnchanged, Deed.DraftSubmitted, Deed.Approved])
        {
            people.Do(deed);
            Cycle(universe);
        }

        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            people.Do(Deed.DraftSubmitted);
            people.Do(Deed.Approved);
            for (var edit = 0; edit < EditsOfADeal * deals; edit++)
            {
                people.Act();
                universe.Time.Pass(universe.Chance.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(1500)));
            }

            Cycle(universe);
        }
    }

    private static void Cycle(Universe universe)
    {
        universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(25)));
        Run.Cycle(universe, sweeps: universe.Chance.Of(0.1));
    }
}
