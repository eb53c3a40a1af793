using SyncWorker.Core.Opportunities;

namespace SyncWorker.Simulation.Faults;

/// <summary>Things go wrong by chance.</summary>
/// <param name="chance">The run's chance.</param>
/// <param name="rate">The share of calls that go wrong.</param>
/// <param name="hasOutages">Whether what is down may stay down for a while.</param>
internal sealed class RandomFaults(Chance chance, double rate, bool hasOutages = false) : IFaults
{
    private static readonly (int, FaultKind)[] OfReads =
    [
        (3, FaultKind.Refused), (1, FaultKind.NameUnknown), (1, FaultKind.ConnectTimeout), (2, FaultKind.TimeoutBefore), (3, FaultKind.Throttled), (3, FaultKind.Unavailable), (3, FaultKind.Truncated), (2, FaultKind.Html),
        (2, FaultKind.Expired), (1, FaultKind.LimitReached), (1, FaultKind.Redirected), (2, FaultKind.KilledBefore), (2, FaultKind.KilledAfter), (2, FaultKind.Stopped),
    ];

    private static readonly (int, FaultKind)[] OfWrites =
    [
        .. OfReads, (8, FaultKind.LostAnswer), (8, FaultKind.Late), (4, FaultKind.Twice), (4, FaultKind.FailedAfter), (6, FaultKind.Stale), (2, FaultKind.KilledBefore), (8, FaultKind.KilledAfter),
    ];

    private static readonly (int, StoreFaultKind)[] OfCommits =
    [
        (3, StoreFaultKind.FailedBefore), (3, StoreFaultKind.LostAcknowledgement), (1, StoreFaultKind.Serialization), (1, StoreFaultKind.DiskFull), (1, StoreFaultKind.Restarting),
        (4, StoreFaultKind.KilledBefore), (4, StoreFaultKind.KilledAfter),
        (1, StoreFaultKind.Stopped),
    ];

    private readonly Dictionary<Side, int> _down = [];

    public FaultKind? Of(Call call)
    {
        if (_down.GetValueOrDefault(call.Side) is > 0 and var left)
        {
            _down[call.Side] = left - 1;
            return FaultKind.Unavailable;
        }

        // Writes are few, and what goes wrong with them matters most.
        if (rate == 0 || !chance.Of(call.IsWrite ? Math.Min(0.6, rate * 3) : rate)) return null;
        var kind = chance.Weighted(call.IsWrite ? OfWrites : OfReads);
        if (hasOutages && kind == FaultKind.Unavailable && chance.Of(0.4)) _down[call.Side] = chance.Between(4, 16);
        return kind == FaultKind.Stale && !MayConflict(call) ? FaultKind.LostAnswer : kind;
    }

    private static bool MayConflict(Call call) => call.IsGuarded || call.Point is CallPoint.Create or CallPoint.StartSubmission or CallPoint.Accept;

    public StoreFaultKind? Of(StorePoint point) => rate == 0 || !chance.Of(rate / 6) ? null : chance.Weighted(OfCommits);
}
