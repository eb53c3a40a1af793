using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping.Codecs;

namespace SyncWorker.Core.Opportunities;

/// <summary>One side's word on an opportunity, read just now.</summary>
public sealed record Snapshot
{
    /// <summary>The side.</summary>
    public required Side Side { get; init; }

    /// <summary>The record's id on that side.</summary>
    public required string RecordId { get; init; }

    /// <summary>The record's Last Modified Date by that side's clock.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>The version token that guards a write, exactly as that side wrote it.</summary>
    public required string Version { get; init; }

    /// <summary>When it was read, by that side's clock.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>How long ago that was.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>What the side's own place says of each row, by label.</summary>
    public ImmutableDictionary<string, Reading> Readings { get; init; } = ImmutableDictionary<string, Reading>.Empty;

    /// <summary>What the followed places say, by label; a row that follows nothing now is not in it.</summary>
    public ImmutableDictionary<string, Reading> Followed { get; init; } = ImmutableDictionary<string, Reading>.Empty;

    /// <summary>The Last Modified Date of each record that holds a followed place, by label.</summary>
    public ImmutableDictionary<string, DateTimeOffset> FollowedDates { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The documents as they were read, by root: the Salesforce record, or AWS's opportunity, summary and invitation.</summary>
    public ImmutableDictionary<string, JsonObject> Documents { get; init; } = ImmutableDictionary<string, JsonObject>.Empty;

    /// <summary>The partner's solutions as last listed (Partner Central only).</summary>
    public SolutionCatalogue Solutions { get; init; } = SolutionCatalogue.Unread;

    /// <summary>The nonce of our last write that the record carries (Salesforce only).</summary>
    public string? Nonce { get; init; }

    /// <summary>The standard record that the lookup names (Salesforce only).</summary>
    public string? MappedObjectId { get; init; }

    /// <summary>What a place says of a row; unknown where nothing was read of it.</summary>
    public Reading this[string label] => Readings.GetValueOrDefault(label, NotRead);

    private static Reading NotRead { get; } = Reading.Unknown("not read");
}
