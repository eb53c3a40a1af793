using SyncWorker.Core.Opportunities;

namespace SyncWorker.Settling;

/// <summary>What a step brought.</summary>
/// <param name="Link">The link, with the identities that the step brought.</param>
/// <param name="Receipt">The version that the answer names; null where it names none.</param>
/// <param name="TaskId">The engagement task that is still in progress; null where the step is done.</param>
/// <param name="After">The target as read back with the write; null where it is to be read.</param>
internal sealed record Delivery(Link Link, string? Receipt, string? TaskId = null, SideRecord? After = null)
{
    /// <summary>Whether what the step was to find is not there.</summary>
    public bool IsNotFound { get; private init; }

    /// <summary>What the step was to find is not there.</summary>
    public static Delivery NotFound(Link link) => new(link, null) { IsNotFound = true };
}
