using SyncWorker.Core.Opportunities;
using SyncWorker.Core.Reconciliation;
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
    private readonly Dictionary<(string Link, string Row), Agreement> _last = [];
    private readonly Dictionary<string, (string Record, string Number)> _made = [];

    /// <summary>The rows that people changed on both sides since then.</summary>
    public Contests Contests { get; } = new();

    /// <summary>How many puts there were then; -1 where there was no such time.</summary>
    public int At(LinkState link, SimulatedRow row) => _last.TryGetValue((link.Link.Id, row.Label), out var last) ? last.Puts : -1;

    /// <summary>
    /// What stood at a place when it was last accounted for or agreed on, or before it lost a decision that is not delivered yet: who puts that back leaves no trace of an edit.
    /// </summary>
    public IEnumerable<string?> Accounted(LinkState link, SimulatedRow row, string place, bool isFollowed)
    {
        string? At(RowAccount account) => row.Canonical((isFollowed ? account.Followed : place[0] == 'O' ? account.PartnerCentral : account.CoSell).Canonical);
        if (link.Baseline.Rows.ContainsKey(row.Label)) yield return At(link.Baseline[row.Label]);
        for (var decision = link.Baseline.Decisions.GetValueOrDefault(universe.Map[row.Label].Unit); decision is not null; decision = decision.Previous)
        {
            if (decision.Winner == Side.PartnerCentral != (place[0] == 'O') && decision.Before.TryGetValue(row.Label, out var before)) yield return At(before);
        }

        // A write that came from this place and arrived is about to be accounted for with what stood here when it was sent.
        var isAtAws = place[0] == 'O';
        var target = isAtAws ? link.Link.RecordId : link.Link.OpportunityId;
        foreach (var sent in link.Baseline.Sent.Where(s => s.To == Side.Salesforce == isAtAws))
        {
            if (target is null || !sent.Parts.TryGetValue(row.Label, out var part) || row.Canonical(part.Value) is not { } value || !witness.HasHeld(target, row, value)) continue;
            yield return row.Canonical((isFollowed ? part.Followed : isAtAws ? part.PartnerCentral : part.CoSell).Canonical);
        }

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
        foreach (var unit in Units.Where(u => u.Any(changed.Contains) && u.All(r => IsSame(link, r, record, number, begin)))) Agreed(link.Link.Id, unit, record, number, witness.Says);
    }

    private bool IsSame(LinkState link, SimulatedRow row, string record, string number, DateTimeOffset begin)
    {
        var value = witness.Says(number, row);
        if (FollowedSince(link, row, record).Any(p => p.New != value && p.At >= begin)) return false;
        return value == witness.Says(record, row)
            || (row.Followed is not null && link.Link.MappedObjectId is { } followed && value == witness.Says(followed, row) && !witness.Puts.Any(p => p.Place == record && p.Row == row.Label && p.At >= begin));
    }

    /// <summary>
    /// The worker made a counterpart, which it may not know yet. What both sides said when it decided to is what edits are held against until they agree on something else: the other side may
    /// have been edited while the counterpart was on its way.
    /// </summary>
    public void Made(LinkState link, string record, string number, Side side)
    {
        if (!_made.TryAdd(link.Link.Id, (record, number))) return;
        foreach (var row in SimulatedRows.All)
        {
            var (theirs, ours) = (witness.Says(number, row), witness.Says(record, row));
            if (link.Baseline.Intent?.Parts.GetValueOrDefault(row.Label) is { } part) (theirs, ours) = side == Side.Salesforce ? (row.Canonical(part.PartnerCentral.Canonical), ours) : (theirs, row.Canonical(part.CoSell.Canonical));
            _last.TryAdd((link.Link.Id, row.Label), new Agreement(-1, theirs, ours));
        }
    }

    /// <summary>The link whose record or opportunity the worker made; null where it did not.</summary>
    public string? Making(string place) => _made.FirstOrDefault(m => m.Value.Record == place || m.Value.Number == place).Key;

    /// <summary>Somebody is about to edit a row. Where the worker has accounted for what both sides say until now, that was agreed.</summary>
    public void Before(LinkState link, SimulatedRow edited, string place, string? old)
    {
        if (link.Link is not { RecordId: { } record, OpportunityId: { } number } || link.Baseline.Decisions.ContainsKey(universe.Map[edited.Label].Unit)) return;
        var unit = Units.Single(u => u.Key == edited.Unit);

        // Of a group, one row whose write is under way is enough: all are decided with it.
        if (link.Baseline.Sent.Any(s => unit.Any(r => s.Parts.ContainsKey(r.Label)))) return;
        string? Until(string at, SimulatedRow row) => at == place && row == edited ? old : witness.Says(at, row);
        bool IsAccounted(SimulatedRow row)
        {
            var (theirs, ours, account) = (Until(number, row), Until(record, row), link.Baseline[row.Label]);
            var followed = row.Canonical(account.Followed.Canonical);
            return theirs == row.Canonical(account.PartnerCentral.Canonical) && ours == row.Canonical(account.CoSell.Canonical)
                && (theirs == ours || (account.FollowedSpeaks && theirs == followed)) && (InWhatItNames(link, row, record).LastOrDefault() is not { } last || last.New == followed);
        }

        if (unit.All(IsAccounted)) Agreed(link.Link.Id, unit, record, number, Until);
    }

    private void Agreed(string link, IGrouping<string, SimulatedRow> unit, string record, string number, Func<string, SimulatedRow, string?> said)
    {
        foreach (var row in unit) _last[(link, row.Label)] = new Agreement(witness.Puts.Count, said(number, row), said(record, row));
        Contests.End(link, unit.Key, universe.Time.GetUtcNow());
    }

    /// <summary>Somebody edited a row. It is contested where people changed it on both sides since it was agreed, and the two differ.</summary>
    public void Edited(LinkState link, SimulatedRow edited)
    {
        if (edited.Kind == ValueKind.Set || edited.IsAwsOwned) return;
        var (record, number) = (link.Link.RecordId, link.Link.OpportunityId);
        if (_made.TryGetValue(link.Link.Id, out var made)) (record, number) = (record ?? made.Record, number ?? made.Number);
        if (record is null || number is null) return;
        var (isOurs, isTheirs, isDifferent) = (false, false, false);
        foreach (var row in Units.Single(u => u.Key == edited.Unit))
        {
            var (agreed, ours, theirs) = (_last.GetValueOrDefault((link.Link.Id, row.Label)), witness.Says(record, row), witness.Says(number, row));
            var (isTyped, followed) = (ours != agreed.InRecord, FollowedSince(link, row, record).ToArray());
            var isFollowed = followed.Length > 0 && followed[0].Old != followed[^1].New;
            if (!isTyped || ours is null) ours = isFollowed ? followed[^1].New : isTyped ? ours : agreed.On;
            isOurs |= isTyped || isFollowed;
            isTheirs |= theirs != agreed.On;
            isDifferent |= ours != theirs;
        }

        if (isOurs && isTheirs && isDifferent) Contests.Begin(link.Link.Id, edited.Unit, universe.Time.GetUtcNow());
    }

    private IEnumerable<Put> FollowedSince(LinkState link, SimulatedRow row, string record) => InWhatItNames(link, row, record).Where(p => p.Records.Contains(record));

    private IEnumerable<Put> InWhatItNames(LinkState link, SimulatedRow row, string record) => row.Followed is null ? []
        : witness.Puts.Skip(Math.Max(0, At(link, row))).Where(p => p.IsFollowed && p.Row == row.Label && (p.Records.Contains(record) || p.Lookups.Contains(record)));

    /// <param name="Puts">How many puts there were then; -1 where a counterpart was made, and the worker may not know it yet.</param>
    /// <param name="On">What AWS said, and Salesforce with it.</param>
    /// <param name="InRecord">What the co-sell record said; something else where what it follows spoke.</param>
    private readonly record struct Agreement(int Puts, string? On, string? InRecord);
}
