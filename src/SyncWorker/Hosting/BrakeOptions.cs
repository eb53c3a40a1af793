using SyncWorker.Core.Braking;

namespace SyncWorker.Hosting;

/// <summary>What stops the connection until a person has looked, section <c>Sync:Brakes</c>.</summary>
internal sealed class BrakeOptions
{
    private static readonly BrakeLimits Usual = new();

    /// <summary>From how many records on a side that lost many, or a poll that found many changed, brakes. Default 25.</summary>
    public int RecordsMin { get; set; } = Usual.RecordsMin;

    /// <summary>The share of the records that a side listed before that its next list may lack; 1 never brakes. Default 0.5.</summary>
    public double MissingShare { get; set; } = Usual.MissingShare;

    /// <summary>The share of the linked records that may change in one poll; 1 never brakes. Default 0.5.</summary>
    public double ChangedShare { get; set; } = Usual.ChangedShare;

    /// <summary>How many fields of one opportunity may be blanked at once. Default 8.</summary>
    public int BlanksMax { get; set; } = Usual.BlanksMax;

    /// <summary>How many opportunities, of which nobody changed anything, a changed field map may write. Default 25.</summary>
    public int MapWritesMax { get; set; } = Usual.MapWritesMax;

    /// <summary>
    /// Whether a row is held that a side sets back twice within a day after the worker wrote it, and the connection brakes when three records have such rows within a day. Default true.
    /// </summary>
    public bool OtherTools { get; set; } = true;

    /// <summary>What of this the decisions look at.</summary>
    public BrakeLimits ToLimits() => Usual with { RecordsMin = RecordsMin, MissingShare = MissingShare, ChangedShare = ChangedShare, BlanksMax = BlanksMax, MapWritesMax = MapWritesMax };
}
