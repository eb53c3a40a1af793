using SyncWorker.Simulation.Faults;

namespace SyncWorker.Simulation.Proofs;

/// <summary>The fault matrix: 18 points of HTTP and 7 of the store, with all that can go wrong at each.</summary>
internal static class Cells
{
    private static readonly (string Name, CallPoint Point)[] Calls =
    [
        ("S1", CallPoint.SalesforceToken), ("S2", CallPoint.SalesforcePoll), ("S3", CallPoint.SalesforceNextPage), ("S4", CallPoint.SalesforceRead), ("S5", CallPoint.SalesforceUpdate),
        ("S6", CallPoint.SalesforceInsert), ("S7", CallPoint.SalesforceLinkBack), ("S8", CallPoint.SalesforceUpdates), ("A1", CallPoint.List), ("A2", CallPoint.ListNext), ("A3", CallPoint.Get),
        ("A4", CallPoint.Create), ("A5", CallPoint.Update), ("A6", CallPoint.Associate), ("A7", CallPoint.StartSubmission), ("A8", CallPoint.AskForTask), ("A9", CallPoint.ListInvitations),
        ("A10", CallPoint.Accept),
    ];

    private static readonly (string Name, StorePoint Point)[] Commits =
    [
        ("D1", StorePoint.Intent), ("D2", StorePoint.Sending), ("D3", StorePoint.Identity), ("D4", StorePoint.Sent), ("D5", StorePoint.Baseline), ("D6", StorePoint.Watermark), ("D7", StorePoint.Owner),
    ];

    private static readonly FaultKind[] Everywhere =
    [
        FaultKind.Refused, FaultKind.NameUnknown, FaultKind.ConnectTimeout, FaultKind.TimeoutBefore, FaultKind.Throttled, FaultKind.Unavailable, FaultKind.Truncated, FaultKind.Html, FaultKind.Oversize,
        FaultKind.Expired, FaultKind.LimitReached, FaultKind.Redirected, FaultKind.ClockSet, FaultKind.KilledBefore, FaultKind.KilledAfter, FaultKind.Stopped,
    ];

    private static readonly FaultKind[] OfWrites = [FaultKind.LostAnswer, FaultKind.Late, FaultKind.Twice, FaultKind.FailedAfter];

    private static readonly string[] Guarded = ["S5", "S7", "S8", "A4", "A5", "A7", "A10"];

    private static readonly string[] Writes = ["S5", "S6", "S7", "S8", "A4", "A5", "A6", "A7", "A10"];

    /// <summary>Every cell, by point.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. Calls.SelectMany(c => Everywhere.Concat(Writes.Contains(c.Name) ? OfWrites : []).Concat(Guarded.Contains(c.Name) ? [FaultKind.Stale] : [])
            .Select(f => new Cell($"{c.Name} {c.Point}", f.ToString(), FaultOrder.Of(c.Point, f), Writes.Contains(c.Name) && IsAmbiguous(c.Name, f)))),
        .. Commits.SelectMany(c => Enum.GetValues<StoreFaultKind>().Select(f => new Cell($"{c.Name} {c.Point}", $"commit {f}", FaultOrder.Of(c.Point, f), IsAmbiguous(f)))),
    ];

    /// <summary>The cell of a point's short name and a fault.</summary>
    public static Cell ByName(string name) => All.Single(c => c.Name == name);

    /// <summary>All ordered pairs of the cells of which nobody can tell afterwards what took effect.</summary>
    public static IEnumerable<(Cell First, Cell Second)> Pairs => from first in All where first.IsAmbiguous from second in All where second.IsAmbiguous && second != first select (first, second);

    /// <summary>Lost answer, late effect, end of the process after the effect, and the conflict; where there is none, the second delivery.</summary>
    private static bool IsAmbiguous(string point, FaultKind fault) => fault is FaultKind.LostAnswer or FaultKind.Late or FaultKind.KilledAfter || fault == (Guarded.Contains(point) ? FaultKind.Stale : FaultKind.Twice);

    private static bool IsAmbiguous(StoreFaultKind fault) => fault is StoreFaultKind.LostAcknowledgement or StoreFaultKind.KilledBefore or StoreFaultKind.KilledAfter or StoreFaultKind.Stopped;
}
