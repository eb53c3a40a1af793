using SyncWorker.Core.Opportunities;

namespace SyncWorker.Commands.Plan;

/// <summary>One thing that would be written.</summary>
/// <param name="Side">The side that is written.</param>
/// <param name="Operation">The step, in the API's own word where it has one.</param>
/// <param name="Target">The field or member.</param>
/// <param name="Was">What stands there, as JSON; null where nothing does.</param>
/// <param name="Value">What is written, as JSON.</param>
/// <param name="Cause">Why.</param>
internal sealed record PlannedWrite(Side Side, string Operation, string Target, string? Was, string Value, string Cause);
