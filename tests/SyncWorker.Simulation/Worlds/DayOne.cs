using SyncWorker.Adoption;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.People;

namespace SyncWorker.Simulation.Worlds;

/// <summary>
/// A run that begins with deals which another tool has kept on both sides: the worker observes, people decide in the file of day one, the decisions are carried out while calls fail and processes
/// end, and the connection goes live.
/// </summary>
/// <param name="deals">How many deals there are at AWS.</param>
internal sealed class DayOne(int deals)
{
    private const int TriesMax = 40;
    private static readonly (int, Deed)[] BeforeTheDecision = [(3, Deed.ColleagueEdits), (1, Deed.AwsSellerEdits)];
    private static readonly (int, Deed)[] SinceThen = [(3, Deed.ColleagueEdits), (3, Deed.SellerEdits), (4, Deed.OpportunityEdited), (1, Deed.LookupChanged), (1, Deed.SavedUnchanged)];

    private readonly List<InheritedDeal> _deals = [];
    private bool _isQuiet;

    /// <summary>The deals that got a co-sell record.</summary>
    public int Adopted => _deals.Count(d => d.IsAdopted);

    /// <summary>How many of those differed from Salesforce.</summary>
    public int Different => _deals.Count(d => d is { IsAdopted: true, Differs: true });

    /// <summary>The rows whose value in Salesforce a person chose to send.</summary>
    public int Chosen => _deals.Count(d => d.Chosen is not null);

    /// <summary>The writes to AWS of runs in which nobody edited anything after the decision.</summary>
    public int WritesAfterNoEdit { get; private set; }

    /// <summary>The run of a seed.</summary>
    public Experiment Experiment(int seed)
    {
        var chance = new Chance(seed + 2_000_000);
        _isQuiet = chance.Of(0.5);
        var profile = Story.Profile with { FaultRate = chance.Of(0.2) ? 0 : chance.Share() * 0.06, Skew = Profile.Skews(chance), TaskTime = TimeSpan.Zero, HasSmallPages = chance.Of(0.2), HasShortMap = chance.Of(0.5) };
        return new Experiment(seed) { Profile = profile, Observes = true, People = Live, AtTheEnd = Look };
    }

    private void Live(Universe universe)
    {
        // What a run does is told: nobody edits in the middle of a call, or while a process stands still.
        (universe.IsTold, universe.People.DealsMax, universe.People.Habits) = (true, 0, [(1, Deed.SavedUnchanged)]);
        for (var deal = 0; deal < deals; deal++) _deals.Add(InheritedDeal.Make(universe, deal));
        Observe(universe);
        Decide(universe);
        GoLive(universe);
    }

    private static void Observe(Universe universe)
    {
        for (var cycle = 0; cycle < 3; cycle++) Cycle(universe, BeforeTheDecision);
        if (universe.Witness.Calls.Any(c => Call.Writes(c.Key))) universe.Violate("the connection observes, and writes");
    }

    private void Decide(Universe universe)
    {
        IReadOnlyList<AdoptLine>? lines = null;
        Until(universe, () => lines is not null, async (w, c) => lines = await w.Part<AdoptList>().LinesAsync(c));
        foreach (var deal in _deals) deal.Stand(universe);
        var file = new StringWriter();
        AdoptFile.Write(file, lines!.Select(l => l with { Decision = _deals.Single(d => d.Number == l.Aws).Decide(l, universe.Chance) }));
        universe.Trace.Say(file.ToString());
        Applied? applied = null;
        Until(universe, () => applied is { Failed.Count: 0 }, async (w, c) => applied = await w.Part<Decisions>().ApplyAsync("adopt.csv", new StringReader(file.ToString()), c));
        if (universe.Witness.AwsWrites > 0) universe.Violate("what was decided before the connection is live was written at AWS");
        foreach (var ignored in _deals.Where(d => !d.IsAdopted)) universe.People.LeftAlone.Add(ignored.Number);

        // From here on whatever people do is an edit.
        universe.Witness.Forget();
        foreach (var deal in _deals) deal.Stand(universe);
    }

    private void GoLive(Universe universe)
    {
        if (!_isQuiet) Cycle(universe, SinceThen);
        if (universe.Witness.AwsWrites > 0) universe.Violate("AWS got a write before the connection is live");
        IReadOnlyList<string>? problems = null;
        Until(universe, () => problems is { Count: 0 }, async (w, c) => problems = await w.Part<GoLive>().RunAsync([], writes: 10_000, c));
        for (var cycle = 0; cycle < 5; cycle++) Cycle(universe, _isQuiet ? [] : SinceThen);
    }

    /// <summary>A person calls a verb until it says that all is done.</summary>
    private static void Until(Universe universe, Func<bool> isDone, Func<WorkerProcess, CancellationToken, Task> verb)
    {
        for (var tries = 0; !isDone(); tries++)
        {
            if (tries == TriesMax) throw new InvalidOperationException("A verb of day one never ends well.");
            universe.Run(w => w.Connection.DoAsync(async c =>
            {
                await verb(w, c);
                return true;
            }, w.Life.Token));
            universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2)));
        }
    }

    private static void Cycle(Universe universe, (int, Deed)[] habits)
    {
        universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)));
        for (var deeds = habits.Length == 0 ? 0 : universe.Chance.Between(0, 3); deeds > 0; deeds--) universe.People.Do(universe.Chance.Weighted(habits));
        Run.Cycle(universe, sweeps: universe.Chance.Of(0.2));
    }

    private void Look(Universe universe)
    {
        foreach (var deal in _deals) deal.Look(universe);
        if (!_isQuiet) return;
        foreach (var deal in _deals) deal.LookUnedited(universe);
        WritesAfterNoEdit = universe.Witness.AwsWrites;
        if (Chosen == 0 && WritesAfterNoEdit > 0) universe.Violate($"{WritesAfterNoEdit} writes at AWS, and nobody chose or edited anything");
    }
}
