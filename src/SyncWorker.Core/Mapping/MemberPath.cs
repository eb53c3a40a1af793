using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>
/// A path to a member in one of AWS's documents, as the field map writes it: <c>opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount</c>.
/// </summary>
/// <param name="Root">The document.</param>
/// <param name="Steps">The members on the way.</param>
public sealed record MemberPath(PathRoot Root, ImmutableArray<PathStep> Steps)
{
    /// <summary>The path without its root and selectors, as AWS names a field: <c>Project.ExpectedCustomerSpend.Amount</c>.</summary>
    public string Member => string.Join('.', Steps.Select(s => s.Name));

    /// <inheritdoc/>
    public bool Equals(MemberPath? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString()
    {
        var root = Root.ToString();
        return string.Join('.', Steps.Select(s => s.ToString()).Prepend(char.ToLowerInvariant(root[0]) + root[1..]));
    }
}
