using SyncWorker.Core.Opportunities;

namespace SyncWorker.Settling;

/// <summary>What a step brought.</summary>
/// <param name="Link">The link, with the identities that the step brought.</param>
/// <param name="Receipt">The version that the answer names; null where it names none.</param>
/// <param name="Finished">Whether the step is done; an engagement task may still be in progress.</param>
/// <param name="After">The target as read back with the write; null where it is to be read.</param>
internal sealed record Delivery(Link Link, string? Receipt, bool Finished = true, SideRecord? After = null);
