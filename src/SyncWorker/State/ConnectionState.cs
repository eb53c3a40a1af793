using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.State;

/// <summary>What is remembered of the connection as a whole, beside its links. Verbs of other processes change it too: it is read anew with each pass.</summary>
internal sealed record ConnectionState
{
    /// <summary>How many writes AWS gets in the first 24 hours live, unless a person raised that.</summary>
    public const int FirstDayWritesUsually = 25;

    /// <summary>A connection whose store is new.</summary>
    public static ConnectionState New { get; } = new();

    /// <summary>Whether it was settled how the connection starts: observing, or live at once.</summary>
    public bool IsStarted { get; init; }

    /// <summary>Whether the worker writes. Otherwise it observes: it reads both sides and writes neither.</summary>
    public bool IsLive { get; init; }

    /// <summary>When it went live; null where it never had to.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>The only opportunities that are settled, by AWS's numbers; all where it is empty.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>How many writes AWS gets in the 24 hours after it went live.</summary>
    public int FirstDayWrites { get; init; } = FirstDayWritesUsually;

    /// <summary>Until when that holds; null where it does not.</summary>
    [JsonIgnore]
    public DateTimeOffset? FirstDayEnds => LiveSince is { } since ? since + TimeSpan.FromHours(24) : null;

    /// <summary>What stops the connection from writing; null where nothing does.</summary>
    public Brake? Brake { get; init; }

    /// <summary>What holds back even a person who adopts into a connection that observes, for people; null where nothing does.</summary>
    [JsonIgnore]
    public string? WhyHeld => Brake is { } brake ? $"the connection is held: {brake.Why}"
        : Counting.IsEmpty ? null : "a poll that met many changed records has not come to its end: how many they are is not known yet.";

    /// <summary>Why nothing may be written now, for people; null where it may.</summary>
    [JsonIgnore]
    public string? WhyNothingIsWritten => Brake is null && !IsLive ? "the connection observes: syncworker go-live lets it write." : WhyHeld;

    /// <summary>The sides of which a poll met so many changed records that they may be too many, and has not come to its end yet.</summary>
    public ImmutableArray<Side> Counting { get; init; } = [];

    /// <summary>The catalog of Partner Central whose opportunities the links know; null before the first look, and in a store of an earlier version until the next.</summary>
    public string? Catalog { get; init; }

    /// <summary>The fingerprint of the field map by which was written last; null before the first.</summary>
    public string? Map { get; init; }

    /// <summary>The rows that were left out because the org lacked their fields, until what is there since they are back was tried.</summary>
    public ImmutableSortedSet<string> LeftOut { get; init; } = [];

    /// <summary>When a brake of each kind was released last.</summary>
    public ImmutableDictionary<BrakeKind, DateTimeOffset> Released { get; init; } = ImmutableDictionary<BrakeKind, DateTimeOffset>.Empty;
}
