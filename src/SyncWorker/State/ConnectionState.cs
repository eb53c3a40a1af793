using System.Collections.Immutable;

namespace SyncWorker.State;

/// <summary>What is remembered of the connection as a whole, beside its links. Verbs of other processes change it too: it is read anew with each pass.</summary>
internal sealed record ConnectionState
{
    /// <summary>A connection whose store is new.</summary>
    public static ConnectionState New { get; } = new();

    /// <summary>Whether the worker writes. Otherwise it observes: it reads both sides and writes neither.</summary>
    public bool IsLive { get; init; }

    /// <summary>When it went live; null where it never had to.</summary>
    public DateTimeOffset? LiveSince { get; init; }

    /// <summary>The only opportunities that are settled, by AWS's numbers; all where it is empty.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>What stops the connection from writing; null where nothing does.</summary>
    public Brake? Brake { get; init; }

    /// <summary>The fingerprint of the field map by which was written last; null before the first.</summary>
    public string? Map { get; init; }

    /// <summary>When a brake of each kind was released last.</summary>
    public ImmutableDictionary<BrakeKind, DateTimeOffset> Released { get; init; } = ImmutableDictionary<BrakeKind, DateTimeOffset>.Empty;
}
