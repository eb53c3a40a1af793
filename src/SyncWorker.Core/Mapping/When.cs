using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>A condition on another row: Partner Central takes this row only while it holds.</summary>
/// <param name="Row">The other row's label.</param>
/// <param name="Values">The canonical values with which the condition holds; <c>(empty)</c> stands for no value.</param>
public sealed record When(string Row, ImmutableArray<string> Values);
