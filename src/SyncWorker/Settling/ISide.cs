using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;

namespace SyncWorker.Settling;

/// <summary>One of the two systems, as settling sees it: something to read whole and to do one step to.</summary>
internal interface ISide
{
    /// <summary>Reads what the side holds of a deal now.</summary>
    /// <returns>The documents; null where the side has none, or does not show it.</returns>
    Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation);

    /// <summary>Does one step. Throws <see cref="Remote.RemoteException"/> where the side does not take it.</summary>
    Task<Delivery> DeliverAsync(Link link, Step step, SentWrite? sent, SideRecord? target, CancellationToken cancellation);
}
