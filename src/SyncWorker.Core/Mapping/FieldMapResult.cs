using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>What came of reading a field map.</summary>
/// <param name="Map">The map; null where anything is wrong.</param>
/// <param name="Findings">Everything that is wrong, in the order of the lines.</param>
public sealed record FieldMapResult(FieldMap? Map, ImmutableArray<Finding> Findings);
