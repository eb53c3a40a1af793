using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncWorker.Core.Mapping;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
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

    /// <summary>Whether a plan of which it is the reason counts. A field that is back is filled in from AWS as usual.</summary>
    public bool Writes(Plan plan) => IsChanged ? !plan.IsQuiet : plan.Steps.Any(s => s.Side == Side.PartnerCentral);

    /// <summary>
    /// The row that is back, holds nothing in Salesforce, and would overwrite what AWS holds; null where there is none. A field that was made anew is empty everywhere, a checkbox false: that is
    /// nobody's word, and neither is what a row says where it is empty.
    /// </summary>
    public string? Overwrites(Plan plan, FieldMap map, JsonObject? record) => plan.Steps.SelectMany(s => s.Changes)
        .FirstOrDefault(c => c is { To: Side.PartnerCentral, Was: not null, Part.Refresh: false } && Back.Contains(c.Row) && map[c.Row].Fields.All(f => record?[f] is null || record[f]!.GetValueKind() == JsonValueKind.False))?.Row;

    /// <summary>Whether it is the same.</summary>
    public bool Is(Tried? other) => other is not null && other.Map == Map && other.IsChanged == IsChanged && other.Back.SetEquals(Back);
}
