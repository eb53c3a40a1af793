using System.Collections.Immutable;
using SyncWorker.State;

namespace SyncWorker.Braking;

/// <summary>What is new in how records are translated, and is tried before anything is written by it.</summary>
/// <param name="Map">The fingerprint of the field map.</param>
/// <param name="IsChanged">Whether it is another one than what was written by last.</param>
/// <param name="Back">The rows whose fields the org lacked, and has again.</param>
internal sealed record Tried(string Map, bool IsChanged, ImmutableSortedSet<string> Back)
{
    /// <summary>Whether there is nothing to try.</summary>
    public bool IsNothing => !IsChanged && Back.IsEmpty;

    /// <summary>What it is, for people.</summary>
    public string Name => IsChanged ? "the changed field map" : $"the field map that has {string.Join(", ", Back)} again";

    /// <summary>From now on it is written by.</summary>
    public ConnectionState Taken(ConnectionState state) => state with { Map = IsChanged ? Map : state.Map, LeftOut = state.LeftOut.Except(Back) };

    /// <summary>Whether it is the same.</summary>
    public bool Is(Tried? other) => other is not null && other.Map == Map && other.IsChanged == IsChanged && other.Back.SetEquals(Back);
}
