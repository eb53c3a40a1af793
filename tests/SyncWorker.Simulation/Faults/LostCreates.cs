namespace SyncWorker.Simulation.Faults;

/// <summary>A share of the answers to whatever makes something new is lost, some of it takes effect late or twice, and some processes die of it; all else goes wrong as the others have it.</summary>
internal sealed class LostCreates(Chance chance, double share, IFaults others) : IFaults
{
    private static readonly (int, FaultKind)[] Lost = [(8, FaultKind.LostAnswer), (1, FaultKind.FailedAfter), (1, FaultKind.Truncated)];

    private static readonly (int, FaultKind)[] Otherwise =
    [
        (4, FaultKind.Late), (4, FaultKind.KilledAfter), (2, FaultKind.KilledBefore), (2, FaultKind.Twice), (2, FaultKind.TimeoutBefore), (1, FaultKind.Stopped), (1, FaultKind.Stale),
    ];

    /// <summary>How many calls would have made something.</summary>
    public long Sent { get; private set; }

    /// <summary>Of how many the answer was lost.</summary>
    public long Unanswered { get; private set; }

    /// <summary>How many took effect after they were given up.</summary>
    public long Late { get; private set; }

    public FaultKind? Of(Call call)
    {
        if (call.Point is not (CallPoint.Create or CallPoint.StartSubmission or CallPoint.Accept or CallPoint.SalesforceInsert)) return others.Of(call);
        Sent++;
        if (chance.Of(share))
        {
            Unanswered++;
            return chance.Weighted(Lost);
        }

        if (!chance.Of(0.1)) return null;
        var kind = chance.Weighted(Otherwise);
        if (kind == FaultKind.Stale && call.Point == CallPoint.SalesforceInsert) kind = FaultKind.Twice;
        if (kind == FaultKind.Late) Late++;
        return kind;
    }

    public StoreFaultKind? Of(StorePoint point) => others.Of(point);
}
