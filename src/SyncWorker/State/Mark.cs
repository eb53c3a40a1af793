namespace SyncWorker.State;

/// <summary>A link found changed.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="Priority">Higher goes first: 2 a referral's answer, 1 a submission, 0 an edit, -1 a sweep.</param>
internal sealed record Mark(string LinkId, int Priority);
