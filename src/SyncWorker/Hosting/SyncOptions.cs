using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Hosting;

/// <summary>How the worker decides and paces itself, section <c>Sync</c>. A change takes effect without a restart.</summary>
internal sealed class SyncOptions
{
    /// <summary>Whether a new store starts live at once. Default false: it observes, reading both sides and writing neither, until <c>go-live</c>. A store that has started keeps its word.</summary>
    public bool StartLive { get; set; }

    /// <summary>How old a Salesforce record's Last Modified Date must be before it is settled: the org's longest transaction plus a second. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Sync:QuietTime must be between 1 second and 10 minutes.")]
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The side that wins a conflict whose two Last Modified Dates fall in the same second. Default Partner Central.</summary>
    [EnumDataType(typeof(Side), ErrorMessage = "Sync:TieGoesTo must be Salesforce or PartnerCentral.")]
    public Side TieGoesTo { get; set; } = Side.PartnerCentral;

    /// <summary>How long after it was sent a write whose answer was lost may still land. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Sync:InFlight must be between 10 seconds and 1 hour.")]
    public TimeSpan InFlight { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How far each side is read again behind the newest date seen: Salesforce's transactions become visible after their stamp, and AWS does not say that its list knows of each change at once. Default 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Sync:PollOverlap must be between 0 and 1 day.")]
    public TimeSpan PollOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many opportunities one drain settles at most. Default 200.</summary>
    [Range(1, 10000, ErrorMessage = "Sync:DrainBatch must be between 1 and 10000.")]
    public int DrainBatch { get; set; } = 200;

    /// <summary>How long an opportunity waits that has an open write or task. The wait doubles where a write cannot arrive any more and nobody can tell what became of it. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Sync:OpenDelay must be between 0.1 seconds and 1 hour.")]
    public TimeSpan OpenDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an opportunity waits after its first failure; the wait doubles with each. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Sync:RetryDelay must be between 0.1 seconds and 1 hour.")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest such wait. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Sync:RetryDelayMax must be between 1 second and 1 day.")]
    public TimeSpan RetryDelayMax { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>After how many failures of its own in a row an opportunity is parked: it is left alone until somebody edits it or asks for it with <c>retry</c>. Default 5.</summary>
    [Range(1, 100, ErrorMessage = "Sync:Tries must be between 1 and 100.")]
    public int Tries { get; set; } = 5;

    /// <summary>The AWS referrals that are accepted without a seller's decision: row labels with the AWS values of which the invitation must have one. None by default.</summary>
    public Dictionary<string, string[]> AcceptReferrals { get; set; } = [];

    /// <summary>The drafts that are submitted without Submit To AWS once every requirement is met: row labels with the AWS values of which the draft must have one. None by default.</summary>
    public Dictionary<string, string[]> SubmitAuto { get; set; } = [];

    /// <summary>Whether Launched waits for the customer's AWS account id, which AWS wants from consulting partners. Default true; a software vendor may turn it off.</summary>
    public bool AccountIdAtLaunched { get; set; } = true;

    /// <summary>What stops the connection until a person has looked.</summary>
    public BrakeOptions Brakes { get; set; } = new();

    /// <summary>How long an opportunity waits whose write could have arrived last some time ago: as long again, but no longer than after a failure.</summary>
    public TimeSpan OpenDelayAt(TimeSpan overdue) => TimeSpan.FromTicks(Math.Max(OpenDelay.Ticks, Math.Min(RetryDelayMax.Ticks, overdue.Ticks)));

    /// <summary>What of this the decision looks at.</summary>
    public Policy ToPolicy() => new(TieGoesTo, InFlight) { AcceptReferrals = ToScope(AcceptReferrals), SubmitAuto = ToScope(SubmitAuto), AccountIdAtLaunched = AccountIdAtLaunched, HoldsOtherTools = Brakes.OtherTools };

    private static Scope ToScope(Dictionary<string, string[]> rows) => new(rows.ToImmutableDictionary(r => r.Key, r => r.Value.ToImmutableHashSet()));
}
