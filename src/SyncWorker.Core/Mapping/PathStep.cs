using System.Collections.Immutable;

namespace SyncWorker.Core.Mapping;

/// <summary>One member on the way, with what picks an element where the member is a list.</summary>
/// <param name="Name">AWS's name of the member.</param>
/// <param name="Index">The element's position counted from 0, where the path picks by position.</param>
/// <param name="Matches">The members and values that pick the element; they are set when the element is made.</param>
public sealed record PathStep(string Name, int? Index, ImmutableArray<KeyValuePair<string, string>> Matches)
{
    /// <summary>Whether the member is a list from which the path picks one element.</summary>
    public bool Picks => Index is not null || !Matches.IsEmpty;

    /// <inheritdoc/>
    public override string ToString() => Index is { } i ? $"{Name}[{i}]"
        : Matches.IsEmpty ? Name
        : $"{Name}[{string.Join(',', Matches.Select(m => $"{m.Key}={m.Value}"))}]";
}
