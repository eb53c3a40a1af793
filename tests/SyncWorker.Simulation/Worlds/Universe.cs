using SyncWorker.Core.Mapping;
using SyncWorker.Emulators.PartnerCentral;
using SyncWorker.Emulators.Salesforce;
using SyncWorker.Simulation.Faults;
using SyncWorker.Simulation.Oracle;
using SyncWorker.Simulation.People;
using SyncWorker.Tests.State;

namespace SyncWorker.Simulation.Worlds;

/// <summary>
/// One run: both systems, the people in them, the worker with its store, and everything that may go wrong, in virtual time and from one seed. The worker's code is the product's own, down to
/// the bytes of its requests.
/// </summary>
internal sealed class Universe : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private readonly FaultyStore _store;

    public Universe(Experiment experiment)
    {
        (Seed, Chance, Trace) = (experiment.Seed, new Chance(experiment.Seed), new Trace(experiment.Words));
        Observes = experiment.Observes;
        Profile = experiment.Profile ?? Profile.Of(Chance, new Chance(experiment.Seed + 900_000));
        Faults = experiment.Faults ?? new RandomFaults(Chance, Profile.FaultRate, hasOutages: true);
        WorkersClock = new SkewedClock(Time, TimeSpan.Zero);
        Logs = new HeardLogs(Trace, problem => Violate($"bug of the worker: {problem}"));
        SalesforceOptions = new SalesforceEmulatorOptions { SourceFolder = Path.Combine(Shipped.Config, "salesforce") };
        PartnerCentralOptions = new PartnerCentralEmulatorOptions { ClientTokenLifetime = Profile.TokenLife, TaskDuration = Profile.TaskTime, EntityEncoding = Profile.EncodesEntities };
        Salesforce = new SalesforceEmulator(new SkewedClock(Time, Profile.Skew.Salesforce), SalesforceOptions);
        SellerWords.NameContacts(Salesforce);
        PartnerCentral = new PartnerCentralEmulator(new SkewedClock(Time, Profile.Skew.PartnerCentral), PartnerCentralOptions);
        Variant = experiment.Mutant?.In(this) ?? Variant.None;
        Map = Variant.Map(Profile.HasShortMap ? Shipped.Short : Shipped.Map);
        Witness = new Witness(this);
        People = new People.People(this);
        _store = new FaultyStore(this, Durable);
        Processes = new Processes(this, NewWorker);
    }

    public int Seed { get; }

    public Variant Variant { get; }

    public Chance Chance { get; }

    public Profile Profile { get; }

    /// <summary>Whether the connection begins by observing.</summary>
    public bool Observes { get; }

    public Trace Trace { get; }

    public Timeline Time { get; } = new(Start);

    /// <summary>The worker's own clock, which somebody may set.</summary>
    public SkewedClock WorkersClock { get; }

    public HeardLogs Logs { get; }

    public SalesforceEmulatorOptions SalesforceOptions { get; }

    public PartnerCentralEmulatorOptions PartnerCentralOptions { get; }

    public SalesforceEmulator Salesforce { get; }

    public PartnerCentralEmulator PartnerCentral { get; }

    public FieldMap Map { get; }

    /// <summary>What survives the end of a process.</summary>
    public MemoryStore Durable { get; } = new();

    /// <summary>What goes wrong and when.</summary>
    public IFaults Faults { get; }

    public Witness Witness { get; }

    public People.People People { get; }

    /// <summary>The worker, one process after another.</summary>
    public Processes Processes { get; }

    public Counts Counts { get; } = new();

    /// <summary>The invariants that were broken, each with what was seen.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    private readonly List<string> _violations = [];

    /// <summary>Whether people have gone home and nothing goes wrong any more.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Whether somebody meddles with what is under way, whenever an answer is lost.</summary>
    public bool HasMeddlers { get; set; }

    /// <summary>Whether people do what a story tells, and nothing else.</summary>
    public bool IsTold { get; set; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["PartnerCentral:WritesPerDay"] = (Profile.WritesPerDay * 10)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "10000",
        ["PartnerCentral:WritesPerSecond"] = Profile.WritesPerDay is null ? "1" : "0.1",
        ["PartnerCentral:QuotaShare"] = Profile.WritesPerDay is null ? "1" : "0.1",
        ["Salesforce:MyDomain"] = SalesforceOptions.InstanceUrl.ToString(),
        ["Salesforce:ClientId"] = SalesforceOptions.ClientId,
        ["Salesforce:ClientSecret"] = SalesforceOptions.ClientSecret,
        ["PartnerCentral:Catalog"] = "AWS",
        ["Sync:StartLive"] = Observes ? "false" : "true",
        // Hardly longer than a transaction takes here: what one poll misses, the next does not happen to read.
        ["Sync:PollOverlap"] = "00:00:10",
        ["Sync:Brakes:OtherTools"] = Profile.HoldsOtherTools ? "true" : "false",
    };

    public void Violate(string what)
    {
        if (!_violations.Contains(what)) _violations.Add(what);
        Trace.Say("VIOLATION " + what);
    }

    /// <summary>A call takes its time, and people do not wait for it.</summary>
    public void Latency()
    {
        Time.Pass(Chance.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(400)));
        if (!IsQuiet && !IsTold && Chance.Of(0.05)) People.Act();
    }

    /// <summary>Lets the worker do something. Time passes while it waits, and where its process dies another one is started.</summary>
    public void Run(Func<WorkerProcess, Task> pass) => Processes.Run(pass);

    public string Stamp => Time.GetUtcNow().UtcDateTime.ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Processes.Dispose();
        Salesforce.Dispose();
        PartnerCentral.Dispose();
    }

    private HttpMessageHandler Paged(HttpMessageHandler way) => Profile.HasSmallPages ? SmallPages.FromSalesforce(way, withTies: true) : way;

    private WorkerProcess NewWorker()
    {
        var life = new Life();
        return new WorkerProcess(
            this, Variant.Store(_store.For(life)),
            Paged(Variant.Salesforce(new FaultyWay(this, Core.Opportunities.Side.Salesforce, Salesforce, life))),
            LaggingLists.Of(this, Variant.PartnerCentral(new FaultyWay(this, Core.Opportunities.Side.PartnerCentral, PartnerCentral, life))), life);
    }
}
