using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Proofs;

/// <summary>Very many deals made on both sides while answers get lost: each has exactly one counterpart.</summary>
internal sealed class Creates
{
    private const int OfAWorld = 25;
    private readonly Lock _lock = new();
    private int _toPartnerCentral, _toSalesforce, _duplicates, _orphans, _outOfToken;
    private long _sent, _unanswered, _late;

    /// <summary>The name under which a run of it can be replayed.</summary>
    public const string Name = "creates";

    /// <summary>The share of the answers that is lost unless somebody wants another.</summary>
    public const double UsuallyLost = 0.3;

    /// <summary>Runs worlds until there were so many creates in each direction.</summary>
    /// <returns>The exit code.</returns>
    public static int Prove(int each, double lost, TextWriter words)
    {
        var creates = new Creates();
        var seeds = Seeds.Until(_ => creates.Least >= each, seed => creates.Add(seed, lost));
        var line = FormattableString.Invariant($"{creates._toPartnerCentral:N0} creates to Partner Central and {creates._toSalesforce:N0} to Salesforce: {creates._duplicates} duplicates, {creates._orphans} orphans; of {creates._sent:N0} creating writes {creates._unanswered:N0} lost their answer ({(double)creates._unanswered / Math.Max(1, creates._sent):P1}), {creates._late:N0} came late, {creates._outOfToken:N0} creates at AWS outlived their client token");
        return Math.Max(seeds.Tell(words, line, $"{Name} --lost {lost.ToString(System.Globalization.CultureInfo.InvariantCulture)}"), creates._duplicates + creates._orphans > 0 ? 1 : 0);
    }

    /// <summary>The run of a seed.</summary>
    public static Experiment Experiment(int seed, double lost) => new Batch(OfAWorld).Experiment(seed, lost);

    private int Least => Math.Min(Volatile.Read(ref _toPartnerCentral), Volatile.Read(ref _toSalesforce));

    private Verdict Add(int seed, double lost)
    {
        var batch = new Batch(OfAWorld);
        var verdict = Seeds.Of(batch.Experiment(seed, lost));
        lock (_lock)
        {
            _toPartnerCentral += batch.ToPartnerCentral;
            _toSalesforce += batch.ToSalesforce;
            _duplicates += batch.Duplicates;
            _orphans += batch.Orphans;
            _outOfToken += batch.OutOfToken;
            _sent += batch.Faults.Sent;
            _unanswered += batch.Faults.Unanswered;
            _late += batch.Faults.Late;
        }

        return verdict;
    }
}
