using System.Collections.Immutable;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Core.Braking;

/// <summary>From when on something is big and suspicious, so that a person looks before anything is written.</summary>
public sealed record BrakeLimits
{
    /// <summary>What is counted in records brakes from this many on: half of a handful is nothing unusual.</summary>
    public int RecordsMin { get; init; } = 25;

    /// <summary>The share of what a side listed before that its next list may lack.</summary>
    public double MissingShare { get; init; } = 0.5;

    /// <summary>The share of the linked records that may change in one poll.</summary>
    public double ChangedShare { get; init; } = 0.5;

    /// <summary>How many fields of one opportunity a plan may blank.</summary>
    public int BlanksMax { get; init; } = 8;

    /// <summary>How many opportunities the first plans by a changed field map may write.</summary>
    public int MapWritesMax { get; init; } = 25;

    /// <summary>How many records may be held within a day because another tool keeps changing them.</summary>
    public int ToolRecordsMax { get; init; } = 2;

    /// <summary>Whether a side that listed so many records before is suddenly empty, or nearly so.</summary>
    public bool IsSuddenlyEmpty(int before, int now) => before >= RecordsMin && before - now > before * MissingShare;

    /// <summary>Whether so many changes in one poll are too many for so many linked records.</summary>
    public bool AreManyChanges(int changed, int linked) => changed >= RecordsMin && changed > linked * ChangedShare;

    /// <summary>Whether a plan blanks too much.</summary>
    public bool AreManyBlanks(Plan plan) => Blanks(plan).Length > BlanksMax;

    /// <summary>The fields that the steps of a plan blank and that hold something. A co-sell field that is brought up to what it follows blanks nothing by itself.</summary>
    public static ImmutableArray<Change> Blanks(Plan plan) => [.. plan.Steps.SelectMany(s => s.Changes).Where(c => c is { Value: null, Was: not null, Part.Refresh: false }).DistinctBy(c => (c.To, c.Row))];
}
