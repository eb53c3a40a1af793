using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Settling;

/// <summary>What both sides say of an opportunity, and what is decided of it.</summary>
/// <param name="View">What was read and is remembered.</param>
/// <param name="Snapshots">Both sides, decoded.</param>
/// <param name="Plan">The plan.</param>
internal sealed record Look(View View, Snapshots Snapshots, Plan Plan);
