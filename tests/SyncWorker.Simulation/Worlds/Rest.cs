using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Oracle;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A run in which people and faults stop: within two cycles both sides agree or say why not, and for very many more nothing happens but that the worker asks what is new.</summary>
/// <param name="cycles">How many.</param>
internal sealed class Rest(int cycles)
{
    // What the default schedule leaves between two polls.
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(30);
    private static readonly CallPoint[] Asking = [CallPoint.SalesforcePoll, CallPoint.List, CallPoint.ListInvitations];

    // A session ends some time, whatever it is used for, and the fields are looked at once an hour.
    private static readonly CallPoint[] NowAndThen = [CallPoint.SalesforceToken, CallPoint.SalesforceDescribe];
    private const int ObjectsDescribed = 4;

    /// <summary>The calls of those cycles, of each kind.</summary>
    public SortedDictionary<CallPoint, int> Calls { get; } = [];

    /// <summary>The run of a seed.</summary>
    public Experiment Experiment(int seed) => new(seed) { Profile = Profile.Of(new Chance(seed + 1_500_000)) with { WritesPerDay = null, HasSmallPages = false }, People = ComeToRest };

    private void ComeToRest(Universe universe)
    {
        Run.AsTheyLike(universe);
        universe.IsQuiet = true;

        // What is under way ends, and whatever waits has waited long enough.
        universe.Time.Pass(TimeSpan.FromMinutes(20));
        Cycle(universe, sweeps: true);
        Cycle(universe, sweeps: false);
        new Judge(universe).Run();

        var before = new SortedDictionary<CallPoint, int>(universe.Witness.Calls);
        for (var cycle = 0; cycle < cycles; cycle++) Cycle(universe, sweeps: false);
        foreach (var (point, count) in universe.Witness.Calls)
        {
            if (count - before.GetValueOrDefault(point) is > 0 and var calls) Calls[point] = calls;
        }

        foreach (var (point, count) in Calls.Where(c => !Asking.Contains(c.Key) && !NowAndThen.Contains(c.Key))) universe.Violate($"I4 {point}, {count} times in {cycles} cycles in which nobody did anything");
        if (Calls.GetValueOrDefault(CallPoint.SalesforceDescribe) is var describes && describes > ObjectsDescribed * (1 + (cycles * BetweenPolls / TimeSpan.FromHours(1)))) universe.Violate($"I4 the fields were looked at {describes} times in {cycles} cycles");
        foreach (var point in Asking.Where(p => Calls.GetValueOrDefault(p) != cycles)) universe.Violate($"I4 {point} {Calls.GetValueOrDefault(point)} times in {cycles} cycles in which nobody did anything");
    }

    /// <summary>A round of the schedule: between two polls what is due is settled several times.</summary>
    private static void Cycle(Universe universe, bool sweeps)
    {
        Run.Cycle(universe, sweeps);
        universe.Time.Pass(BetweenPolls / 2);
        universe.Run(w => w.Connection.DrainAsync(w.Life.Token));
        universe.Time.Pass(BetweenPolls / 2);
    }
}
