using System.Collections.Immutable;

namespace SyncWorker.Core.Lifecycle;

/// <summary>What AWS would hold of each row if everything decided were sent, as canonical values by label.</summary>
/// <param name="Values">The values; a row without one is empty.</param>
/// <param name="Unreadable">The rows whose value could not be read, with the reason.</param>
/// <param name="Today">Today in UTC.</param>
public sealed record Facts(ImmutableDictionary<string, string> Values, ImmutableDictionary<string, string> Unreadable, DateOnly Today)
{
    /// <summary>A row's value; null when empty.</summary>
    public string? this[string label] => Values.GetValueOrDefault(label);
}
