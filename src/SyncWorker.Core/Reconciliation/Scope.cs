using System.Collections.Immutable;

namespace SyncWorker.Core.Reconciliation;

/// <summary>The deals for which an operator lets the worker take a step that a person takes otherwise. Off unless something is named.</summary>
/// <param name="Rows">By row label, the AWS values of which the deal must have one; every row counts.</param>
public sealed record Scope(ImmutableDictionary<string, ImmutableHashSet<string>> Rows)
{
    /// <summary>No deal at all.</summary>
    public static Scope None { get; } = new(ImmutableDictionary<string, ImmutableHashSet<string>>.Empty);

    /// <summary>Whether a deal is in it.</summary>
    /// <param name="value">What AWS holds, or would hold, of a row; a list's elements are joined by semicolons.</param>
    public bool Includes(Func<string, string?> value) => !Rows.IsEmpty && Rows.All(r => SetMerge.Elements(value(r.Key)).Overlaps(r.Value));
}
