using System.Collections.Immutable;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Core.Reconciliation;

/// <summary>One row's new value for one side.</summary>
/// <param name="Row">The row's label.</param>
/// <param name="To">The side that is written.</param>
/// <param name="Value">The canonical value; null clears.</param>
/// <param name="Was">The canonical value that stands there.</param>
/// <param name="Writes">What is written where: a Salesforce field's API name, or an AWS path, with compact JSON text.</param>
/// <param name="Part">What is remembered of it before it is sent.</param>
public sealed record Change(string Row, Side To, string? Value, string? Was, ImmutableArray<KeyValuePair<string, string>> Writes, SentPart Part)
{
    /// <summary>Why it goes there.</summary>
    public WriteRule Rule { get; init; }
}
