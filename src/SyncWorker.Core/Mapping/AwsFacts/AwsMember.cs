using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping.AwsFacts;

/// <summary>What AWS says of a member.</summary>
/// <param name="Root">The document.</param>
/// <param name="Path">The members on the way, with <c>[]</c> after a list of objects: <c>Customer.Contacts[].Email</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="List">The name of its values in <see cref="AwsEnums"/>; null where any value will do.</param>
/// <param name="Shortest">The shortest text that AWS takes.</param>
/// <param name="Longest">The longest text that AWS takes; null where AWS names no limit.</param>
/// <param name="IsRead">Whether AWS gives it.</param>
/// <param name="IsWritten">Whether a partner may set it.</param>
/// <param name="IsSensitive">Whether AWS marks it as sensitive: never in a log.</param>
public sealed record AwsMember(
    PathRoot Root, string Path, MemberKind Kind, string? List, int Shortest, int? Longest, bool IsRead, bool IsWritten, bool IsSensitive)
{
    /// <summary>The values that AWS takes; empty where any will do.</summary>
    public ImmutableArray<string> Values => List is null ? [] : AwsEnums.Of(List);

    /// <inheritdoc/>
    public override string ToString() => $"{char.ToLowerInvariant(Root.ToString()[0])}{Root.ToString()[1..]}.{Path}";
}
