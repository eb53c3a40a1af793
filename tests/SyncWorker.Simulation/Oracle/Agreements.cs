using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>
/// When both sides last said the same of a row by the worker's doing, or to its knowledge. That they say the same for a moment between two looks is known to nobody who looks at states, and
/// no edit after it can be told from one before.
/// </summary>
internal sealed class Agreements(Universe universe, Witness witness)
{
    // Longer than any write takes from the reading before it.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(1);
    private static readonly IGrouping<string, SimulatedRow>[] Units = [.. SimulatedRows.All.GroupBy(r => r.Unit)];
    private readonly Dictionary<(string Link, string Row), (int Puts, string? On)> _last = [];

    /// <summary>The rows that people changed on both sides since then.</summary>
    public Contests Contests { get; } = new();

    /// <summary>How many puts there were then; -1 where there was no such time.</summary>
    public int At(LinkState link, SimulatedRow row) => _last.TryGetValue((link.Link.Id, row.Label), out var last) ? last.Puts : -1;

    /// <summary>What stood at a place when it was last accounted for or agreed on: who puts that back leaves no trace of an edit.</summary>
    public IEnumerable<string?> Accounted(LinkState link, SimulatedRow row, string place, bool isFollowed)
    {
        var account = link.Baseline[row.Label];
        yield return row.Canonical((isFollowed ? account.Followed : place[0] == 'O' ? account.PartnerCentral : account.CoSell).Canonical);
        if (!isFollowed && _last.TryGetValue((link.Link.Id, row.Label), out var last)) yield return last.On;
    }

    /// <summary>
    /// The worker changed rows of a place. What both sides say of them from now on is agreed, unless what is followed said something newer while the write was under way. That they say the same
    /// of other rows may be chance, which the worker has not seen yet.
    /// </summary>
    public void Landed(string place, IReadOnlyCollection<SimulatedRow> changed)
    {
        if (changed.Count == 0 || witness.LinkOf(place, place[0] == 'O' ? Side.PartnerCentral : Side.Salesforce) is not { Link: { RecordId: { } record, OpportunityId: { } number } } link) return;
        var begin = universe.Time.GetUtcNow() - UnderWay;
        foreach (var unit in Units.Where(u => u.Any(changed.Contains)))
        {
            if (unit.All(r => witness.Now(number, r) == witness.Now(record, r) && !FollowedSince(link, r, record).Any(p => p.New != witness.Now(number, r) && p.At >= begin))) Agreed(link, unit, r => witness.Now(number, r));
        }
    }

    /// <summary>Somebody is about to edit a row. Where the worker has accounted for what both sides say until now, that was agreed.</summary>
    public void Before(LinkState link, SimulatedRow edited, string place, string? old)
    {
        if (link.Link is not { RecordId: { } record, OpportunityId: { } number }) return;
        string? Until(string at, SimulatedRow row) => at == place && row == edited ? old : witness.Now(at, row);
        bool IsAccounted(SimulatedRow row)
        {
            var (value, account) = (Until(number, row), link.Baseline[row.Label]);
            return value == Until(record, row) && value == row.Canonical(account.CoSell.Canonical) && value == row.Canonical(account.PartnerCentral.Canonical)
                && (FollowedSince(link, row, record).LastOrDefault() is not { } followed || followed.New == row.Canonical(account.Followed.Canonical));
        }

        var unit = Units.Single(u => u.Key == edited.Unit);
        if (unit.All(IsAccounted)) Agreed(link, unit, r => Until(number, r));
    }

    private void Agreed(LinkState link, IGrouping<string, SimulatedRow> unit, Func<SimulatedRow, string?> said)
    {
        foreach (var row in unit) _last[(link.Link.Id, row.Label)] = (witness.Puts.Count, said(row));
        Contests.End(link.Link.Id, unit.Key, universe.Time.GetUtcNow());
    }

    /// <summary>Somebody edited a row. It is contested where people changed it on both sides, to values that differ from each other and from what was agreed.</summary>
    public void Edited(LinkState link, SimulatedRow edited)
    {
        if (edited.Kind == ValueKind.Set || edited.IsAwsOwned || link.Link is not { RecordId: { } record, OpportunityId: { } number }) return;
        var (isOurs, isTheirs, isDifferent) = (false, false, false);
        foreach (var row in Units.Single(u => u.Key == edited.Unit))
        {
            var (ours, theirs, agreed) = (witness.Now(record, row), witness.Now(number, row), _last.GetValueOrDefault((link.Link.Id, row.Label)).On);
            if (ours == agreed || ours is null) ours = FollowedSince(link, row, record).LastOrDefault()?.New ?? ours;
            isOurs |= ours != agreed;
            isTheirs |= theirs != agreed;
            isDifferent |= ours != theirs;
        }

        if (isOurs && isTheirs && isDifferent) Contests.Begin(link.Link.Id, edited.Unit, universe.Time.GetUtcNow());
    }

    private IEnumerable<Put> FollowedSince(LinkState link, SimulatedRow row, string record) => row.Followed is null ? []
        : witness.Puts.Skip(Math.Max(0, At(link, row))).Where(p => p.IsFollowed && p.Row == row.Label && p.Records.Contains(record));
}
