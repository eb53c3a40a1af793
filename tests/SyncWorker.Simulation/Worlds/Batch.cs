using SyncWorker.Commands;
using SyncWorker.Core.Lifecycle;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Oracle;
using SyncWorker.Simulation.People;
using SyncWorker.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>A run in which many deals are made on both sides, while a share of the answers to what makes them is lost, and the worker is away for longer than AWS keeps a client token.</summary>
/// <param name="each">How many deals there are in each direction, at least.</param>
internal sealed class Batch(int each)
{
    private const int TimesAsked = 40;
    private const int AskedWithFaults = 25;
    private LostCreates? _faults;

    /// <summary>For how long nobody runs the worker at times: by itself longer than AWS keeps a client token.</summary>
    public (TimeSpan Least, TimeSpan Most) Away { get; init; } = (TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(40));

    /// <summary>How many deals were to be made at AWS.</summary>
    public int ToPartnerCentral { get; private set; }

    /// <summary>How many deals were to be made in Salesforce.</summary>
    public int ToSalesforce { get; private set; }

    public int Duplicates { get; private set; }

    public int Orphans { get; private set; }

    /// <summary>How many creates at AWS were still uncertain when their client token came to its end.</summary>
    public int OutOfToken { get; private set; }

    /// <summary>What went wrong with what makes something.</summary>
    public LostCreates Faults => _faults!;

    /// <summary>The run.</summary>
    /// <param name="seed">Its seed.</param>
    /// <param name="lost">The share of the answers that is lost.</param>
    public Experiment Experiment(int seed, double lost)
    {
        var chance = new Chance(seed + 500_000);
        _faults = new LostCreates(chance, lost, new RandomFaults(chance, 0.01));
        return new Experiment(seed) { Profile = Story.Profile with { Skew = Profile.Skews(chance), HasSmallPages = false }, Faults = _faults, People = Make, AtTheEnd = Count };
    }

    private NewDeals? _deals;

    private void Make(Universe universe)
    {
        universe.IsTold = true;
        universe.People.DealsMax = int.MaxValue;

        // Whatever happens while a process stands still must not make a deal.
        universe.People.Habits = [(2, Deed.SavedUnchanged), (1, Deed.AwsSellerEdits)];
        _deals = new NewDeals(universe);
        while (_deals.ToPartnerCentral < each || _deals.ToSalesforce < each)
        {
            for (var deal = 0; deal < 5; deal++)
            {
                _deals.Share();
                _deals.MakeAtAws();
            }

            if (universe.Chance.Of(0.4)) _deals.MakeTwin();
            _deals.Ask();
            Cycle(universe);
        }

        for (var asked = 0; _deals.Ask() && asked < TimesAsked; asked++)
        {
            universe.IsQuiet = asked >= AskedWithFaults;
            Cycle(universe);
        }
    }

    private void Cycle(Universe universe)
    {
        universe.Time.Pass(universe.Chance.Between(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)));
        Run.Cycle(universe, sweeps: universe.Chance.Of(0.05));

        // So many deals at once may look like an accident, when the polls failed for a while: a person looks, and releases.
        if (universe.Durable.ConnectionAsync(default).GetAwaiter().GetResult().Brake is not null) ReleaseCommand.ReleaseAsync(universe.Durable, universe.WorkersClock, default).GetAwaiter().GetResult();
        if (!universe.Chance.Of(0.2)) return;

        // Nobody runs the worker for a while.
        OutOfToken += universe.Durable.LinksAsync(default).GetAwaiter().GetResult().Count(l => l.Baseline.Intent is { Kind: StepKind.CreateOpportunity, Tries: > 0 });
        universe.Time.Pass(universe.Chance.Between(Away.Least, Away.Most));
    }

    private void Count(Universe universe)
    {
        var counted = new Counterparts(universe, _deals!);
        (ToPartnerCentral, ToSalesforce, Duplicates, Orphans) = (_deals!.ToPartnerCentral, _deals.ToSalesforce, counted.Duplicates, counted.Orphans);
        if (universe.Durable.ConnectionAsync(default).GetAwaiter().GetResult().Brake is { } brake) universe.Violate($"the connection brakes: {brake.Why}");
    }
}
