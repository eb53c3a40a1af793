using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.People;
using SyncWorker.Simulation.Proofs;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Mutants;

/// <summary>Runs in which something comes about often that is too seldom in the usual one.</summary>
internal static class Seldom
{
    /// <summary>Them by the names under which they are run and replayed.</summary>
    public static IReadOnlyDictionary<string, Func<int, Experiment>> Named { get; } = new Dictionary<string, Func<int, Experiment>>
    {
        ["late-lists"] = LateInTheLists, ["late-updates"] = LateUpdates, ["slow-updates"] = LateUpdatesAtASlowPace, ["pages"] = ManyPages, ["impatient"] = Impatient,
    };

    private const int DealsOfABatch = 5;
    private const int DealsOfManyPages = 8;

    /// <summary>Lists lag, and the worker is away for a little less than AWS keeps a token: it asks what became of a create soon after its last try, which came late.</summary>
    public static Experiment LateInTheLists(int seed)
    {
        var run = new Batch(DealsOfABatch) { Away = (TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(15)) }.Experiment(seed, Creates.UsuallyLost);

        // Most tries are given up before they have done anything, or take effect later.
        var faults = new FaultsAt(new Chance(seed + 700_000), run.Faults!, [CallPoint.Create], (5, FaultKind.TimeoutBefore), (4, FaultKind.Late), (1, null));
        return run with { Faults = faults, Profile = run.Profile! with { ListLag = TimeSpan.FromSeconds(110) } };
    }

    /// <summary>Updates take effect long after they were given up, while people go on working and take things back.</summary>
    public static Experiment LateUpdates(int seed)
    {
        var chance = new Chance(seed + 800_000);

        // Most updates are refused because there were too many, or take effect long after they were given up.
        var faults = new FaultsAt(chance, new RandomFaults(chance, 0.01), [CallPoint.Update, CallPoint.SalesforceUpdate, CallPoint.SalesforceUpdates], (3, FaultKind.Throttled), (4, FaultKind.Late), (3, null));
        return new Experiment(seed) { Faults = faults, Profile = Profile.Of(chance, new Chance(seed + 810_000)) with { Cycles = 10, WritesPerDay = null, HasSmallPages = false } };
    }

    /// <summary>Such a run at a pace at which a write waits long for its turn.</summary>
    public static Experiment LateUpdatesAtASlowPace(int seed)
    {
        var run = LateUpdates(seed);
        return run with { Profile = run.Profile! with { WritesPerDay = 400 } };
    }

    /// <summary>Colleagues edit many deals between two polls, of which a page holds two.</summary>
    public static Experiment ManyPages(int seed) => new(seed)
    {
        Profile = Profile.Of(new Chance(seed + 850_000)) with { FaultRate = 0.1, HasSmallPages = true, WritesPerDay = null },
        People = universe =>
        {
            universe.People.DealsMax = DealsOfManyPages;
            universe.People.Habits = [(30, Deed.ColleagueEdits), (5, Deed.SellerEdits)];
            for (var deal = 0; deal < DealsOfManyPages - 3; deal++) universe.People.Do(Deed.ApprovedDealAppears);
            Worlds.Run.AsTheyLike(universe);
        },
    };

    /// <summary>People ask for another try in the middle of whatever the worker does.</summary>
    public static Experiment Impatient(int seed) => new(seed)
    {
        People = universe =>
        {
            universe.People.Habits = [.. universe.People.Habits, (120, Deed.AsksAgain)];
            Worlds.Run.AsTheyLike(universe);
        },
    };
}
