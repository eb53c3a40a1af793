namespace SyncWorker.State;

/// <summary>A link found changed.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Priority">Higher goes first: one of <see cref="State.Priority"/>.</param>
internal sealed record Mark(string LinkId, int Priority);
