using SyncWorker.Core.Lifecycle;
using SyncWorker.Core.Opportunities;

namespace SyncWorker.Settling;

/// <summary>One of the two systems, as settling sees it: something to read whole and to do one step to.</summary>
internal interface ISide
{
    /// <summary>Reads what the side holds of a deal now.</summary>
    /// <returns>The documents; null where the side has none, or does not show it.</returns>
    Task<SideRecord?> ReadAsync(Link link, CancellationToken cancellation);

    /// <summary>Does one step.</summary>
    /// <param name="link">The link.</param>
    /// <param name="step">The step.</param>
    /// <param name="target">What the side was last read to hold.</param>
    /// <param name="sendBy">By when it must be sent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="Remote.RemoteException">The side does not take it, or it was not sent in time.</exception>
    Task<Delivery> DeliverAsync(Link link, Step step, SideRecord? target, DateTimeOffset sendBy, CancellationToken cancellation);
}
