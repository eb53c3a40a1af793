using SyncWorker.Core.Lifecycle;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Oracle;
using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A run in which people and faults stop: within two cycles both sides agree or say why not, two more where a create is looked for again, and for very many more nothing happens but that the worker asks what is new.</summary>
/// <param name="cycles">How many.</param>
internal sealed class Rest(int cycles)
{
    // What the default schedule leaves between two polls.
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(30);
    private static readonly CallPoint[] Asking = [CallPoint.SalesforcePoll, CallPoint.List, CallPoint.ListInvitations];

    // A session ends some time, whatever it is used for, and the fields are looked at once an hour.
    private static readonly CallPoint[] NowAndThen = [CallPoint.SalesforceToken, CallPoint.SalesforceDescribe];
    private const int ObjectsDescribed = 4;

    // And an hour between two sweeps, which look at every deal.
    private const int CyclesOfASweep = 120;

    /// <summary>The calls of those cycles, of each kind, but for those that sweep.</summary>
    public SortedDictionary<CallPoint, int> Calls { get; } = [];

    /// <summary>The calls of the cycles that sweep.</summary>
    public SortedDictionary<CallPoint, int> SweepCalls { get; } = [];

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
        LookTwice(universe);
        new Judge(universe).Run();

        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            var sweeps = cycle % CyclesOfASweep == 0;
            var before = new SortedDictionary<CallPoint, int>(universe.Witness.Calls);
            Cycle(universe, sweeps);
            foreach (var (point, count) in universe.Witness.Calls.Select(c => (c.Key, c.Value - before.GetValueOrDefault(c.Key))).Where(c => c.Item2 > 0)) Called(point, count, sweeps);
        }

        foreach (var (point, count) in Calls.Where(c => !Asking.Contains(c.Key) && !NowAndThen.Contains(c.Key))) universe.Violate($"I4 {point}, {count} times in {cycles} cycles in which nobody did anything");
        if (Calls.GetValueOrDefault(CallPoint.SalesforceDescribe) is var describes && describes > ObjectsDescribed * (1 + (cycles * BetweenPolls / TimeSpan.FromHours(1)))) universe.Violate($"I4 the fields were looked at {describes} times in {cycles} cycles");
        foreach (var point in Asking.Where(p => Calls.GetValueOrDefault(p) != cycles - Sweeps)) universe.Violate($"I4 {point} {Calls.GetValueOrDefault(point)} times in {cycles - Sweeps} cycles in which nobody did anything");
        foreach (var (point, count) in SweepCalls.Where(c => Call.Writes(c.Key))) universe.Violate($"I4 {point}, {count} times in {Sweeps} sweeps in which there was nothing to write");
    }

    /// <summary>What a create that nobody answered may have made is looked for twice, a minute apart, before it is made again. Its record says so until then.</summary>
    private static void LookTwice(Universe universe)
    {
        var creates = universe.Durable.LinksAsync(default).GetAwaiter().GetResult().Where(l => l.Baseline.Intent is { Kind: StepKind.CreateOpportunity, NotFoundAt: not null }).Select(l => l.Link.RecordId!).ToArray();
        if (creates.Length == 0) return;
        foreach (var record in creates.Where(r => !universe.People.Gone.ContainsKey(r)))
        {
            var status = universe.Salesforce.Record(universe.Map.RecordType, record)?["Sync_Status__c"]?.GetValue<string>();
            if (status != SyncStatus.Submitting) universe.Violate($"a create is looked for again, and its record says {status}");
        }

        Cycle(universe, sweeps: false);
        Cycle(universe, sweeps: false);
    }

    private int Sweeps => cycles / CyclesOfASweep;

    private void Called(CallPoint point, int count, bool sweeps)
    {
        var calls = sweeps ? SweepCalls : Calls;
        calls[point] = calls.GetValueOrDefault(point) + count;
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
