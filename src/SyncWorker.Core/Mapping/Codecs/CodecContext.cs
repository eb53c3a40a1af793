namespace SyncWorker.Core.Mapping.Codecs;

/// <summary>What a conversion may look at besides the value.</summary>
/// <param name="Country">The record's country as ISO 3166 alpha-2, for phone numbers, states and postal codes; null where unknown.</param>
public sealed record CodecContext(string? Country)
{
    /// <summary>Nothing known about the record.</summary>
    public static CodecContext None { get; } = new((string?)null);

    /// <summary>The partner's solutions, for names of solutions.</summary>
    public SolutionCatalogue Solutions { get; init; } = SolutionCatalogue.Unread;
}
