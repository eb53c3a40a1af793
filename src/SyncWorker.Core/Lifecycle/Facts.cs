using System.Collections.Immutable;

namespace SyncWorker.Core.Lifecycle;

/// <summary>What AWS would hold of each row if everything decided were sent, as canonical values by label.</summary>
/// <param name="Values">The values; a row without one is empty.</param>
/// <param name="Unreadable">The rows whose value could not be read, with the reason.</param>
/// <param name="Today">Today in UTC.</param>
public sealed record Facts(ImmutableDictionary<string, string> Values, ImmutableDictionary<string, string> Unreadable, DateOnly Today)
{
    /// <summary>The co-sell fields that hold something that nobody understands, with the reason, in the map's order: what a seller wrote is not left out silently.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Malformed { get; init; } = [];

    /// <summary>The rows of which AWS takes a change now. What the others hold cannot be mended, and is not what an update is refused for.</summary>
    public ImmutableHashSet<string> Open { get; init; } = [];

    /// <summary>The labels of rows by the member that they write, such as <c>opportunity.Customer.Account.Duns</c>.</summary>
    public ImmutableDictionary<string, string> Members { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>AWS's partition of the project; null for the usual one.</summary>
    public string? AwsPartition { get; init; }

    /// <summary>Whether AWS wants the customer's account id of a launched opportunity, as it does from consulting partners.</summary>
    public bool AccountIdAtLaunched { get; init; } = true;

    /// <summary>A row's value; null when empty.</summary>
    public string? this[string label] => Values.GetValueOrDefault(label);

    /// <summary>The value of the row that writes a member; null when empty or without such a row.</summary>
    public string? OfMember(string member) => Members.GetValueOrDefault(member) is { } label ? this[label] : null;

    /// <summary>The label of a row that is named by its label or by its member; null where no row writes the member.</summary>
    internal string? LabelOf(string row) => row.Contains('.', StringComparison.Ordinal) ? Members.GetValueOrDefault(row) : row;
}
