using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SyncWorker.Core.Mapping.MemberPaths;

namespace SyncWorker.Core.Mapping;

/// <summary>
/// A path to a member in one of AWS's documents, as the field map writes it: <c>opportunity.Project.ExpectedCustomerSpend[TargetCompany=AWS,Frequency=Monthly].Amount</c>.
/// </summary>
/// <param name="Root">The document.</param>
/// <param name="Steps">The members on the way.</param>
public sealed record MemberPath(PathRoot Root, ImmutableArray<PathStep> Steps)
{
    /// <summary>The path without its root and selectors, as AWS names a field: <c>Project.ExpectedCustomerSpend.Amount</c>.</summary>
    public string Member { get; } = string.Join('.', Steps.Select(s => s.Name));

    /// <summary>The last member's name.</summary>
    public string Last => Steps[^1].Name;

    /// <summary>
    /// Reads a path as the field map writes it: a root, then members with dots between; list elements are picked by position (<c>[0]</c>) or by what they hold
    /// (<c>[BusinessTitle=PDM]</c>).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path; null where the text is none.</param>
    /// <param name="problem">What is wrong, as a sentence; null where nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out MemberPath? path, [NotNullWhen(false)] out string? problem)
    {
        (path, problem) = MemberPathParser.Parse(text);
        return path is not null;
    }

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
