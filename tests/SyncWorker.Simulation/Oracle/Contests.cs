using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;

namespace SyncWorker.Simulation.Oracle;

/// <summary>
/// True conflicts, as somebody sees them who looks at both systems and never at the worker: since both sides last said the same of a row, people changed it on both, and the two differ. Such a
/// row counts once until both sides say the same again.
/// </summary>
internal sealed class Contests
{
    private static readonly TimeSpan Decided = TimeSpan.FromMinutes(2);
    private readonly Dictionary<(string Link, string Unit), List<(DateTimeOffset From, DateTimeOffset? To)>> _all = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Both sides hold different values of a row, which people put there.</summary>
    public void Begin(string link, string unit, DateTimeOffset now)
    {
        if (!_all.TryGetValue((link, unit), out var all)) _all[(link, unit)] = all = [];
        if (all is [.., { To: null }]) return;
        all.Add((now, null));
        Count++;
    }

    /// <summary>Whether they do still.</summary>
    public bool IsOpen(string link, string unit) => _all.GetValueOrDefault((link, unit)) is [.., { To: null }];

    /// <summary>Both sides say the same.</summary>
    public void End(string link, string unit, DateTimeOffset now)
    {
        if (_all.GetValueOrDefault((link, unit)) is [.., { To: null } open] all) all[^1] = (open.From, now);
    }

    /// <summary>At the end: what was contested, what the worker decided, and what it decided though nobody had contested it.</summary>
    public void Tell(Universe universe)
    {
        universe.Counts.Contests = Count;
        foreach (var decision in universe.Witness.Journal.Decisions(null))
        {
            universe.Counts.Conflicts++;
            if (SimulatedRows.All.FirstOrDefault(r => r.Label == decision.Row) is not { } row || Was(decision.LinkId, row.Unit, decision.At)) continue;
            universe.Counts.FalseConflicts++;
            universe.Trace.Say($"  decided at {decision.At:HH:mm:ss.fff} where nobody saw a conflict: {decision.LinkId} {decision.Row} {decision.Detail}");
        }
    }

    /// <summary>Whether somebody saw a conflict when the worker decided one. It decides on what it has read a little before.</summary>
    private bool Was(string link, string unit, DateTimeOffset at) => _all.GetValueOrDefault((link, unit))?.Exists(c => c.From <= at && (c.To is null || at <= c.To + Decided)) == true;
}
