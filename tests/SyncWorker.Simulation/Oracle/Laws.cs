using System.Text.Json.Nodes;
using SyncWorker.Core.Opportunities;
using SyncWorker.Simulation.Rows;
using SyncWorker.Simulation.Worlds;
using SyncWorker.State;

namespace SyncWorker.Simulation.Oracle;

/// <summary>The laws of the decision, held against a write of the worker in the moment in which it lands.</summary>
internal sealed class Laws(Universe universe, LinkState link, string place, Side side)
{
    /// <summary>A value of a row was overwritten.</summary>
    public void Landed(SimulatedRow row, string? old, string? value)
    {
        HasCause(row, value);
        HasSource(row, value);
        if (row.Kind == ValueKind.Set || row.IsAwsOwned || old is null) return;
        OneSidedChangeWins(row, old, value);
        DecidedStaysDecided(row, old, value);
        Kept(row, old);
    }

    /// <summary>I17: before anything is written, the journal tells what and why.</summary>
    private void HasCause(SimulatedRow row, string? value)
    {
        var sendings = universe.Durable.JournalAsync(link.Link.Id, default).GetAwaiter().GetResult().Where(j => j.Kind == "sending" && j.Detail.Contains(row.Label, StringComparison.Ordinal));
        var rows = sendings.SelectMany(j => (JsonArray)JsonNode.Parse(j.Detail)!["Rows"]!).Where(r => r!["Row"]!.GetValue<string>() == row.Label && r["Rule"] is not null);
        if (!rows.Any(r => row.Kind == ValueKind.Set || row.Canonical(r!["Value"]) == value)) universe.Violate($"I17 {row.Label} was written to {side}, and the journal does not tell why");
    }

    /// <summary>Nothing is made up: what is written to one side was said on the other, or by what the record follows.</summary>
    private void HasSource(SimulatedRow row, string? value)
    {
        var isFollowedUnseen = row.Followed is null && universe.Map[row.Label].Follows is not null;

        // What an invitation tells stands in the record since it was made.
        var isOfInvitation = link.Link is { IsReferral: true, OpportunityId: null, RecordId: { } record } && universe.Witness.HasHeld(record, row, value ?? "");
        if (value is null || row.Kind == ValueKind.Set || isFollowedUnseen || isOfInvitation || Others(link, side).Any(o => universe.Witness.HasHeld(o, row, value))) return;

        // What arrives late may come from what a person made the record follow no more.
        if (universe.Witness.Puts.Any(p => p.Row == row.Label && p.New == value && link.Link.RecordId is { } follower && p.Lookups.Contains(follower))) return;
        universe.Violate($"{row.Label}: {value} was written to {side}, and nobody had said it");
    }

    /// <summary>The places besides a side's own in which a link's values may stand.</summary>
    public static IEnumerable<string> Others(LinkState link, Side side) => new[] { side == Side.PartnerCentral ? link.Link.RecordId : link.Link.OpportunityId, link.Link.MappedObjectId }.OfType<string>();

    /// <summary>Somebody's value may only be overwritten where the other side was changed too since both sides agreed.</summary>
    private void OneSidedChangeWins(SimulatedRow row, string old, string? value)
    {
        var agreed = SimulatedRows.All.Where(r => row.IsDecidedWith(r.Label)).Min(r => universe.Witness.Agreements.At(link, r));
        if (agreed < 0 || universe.Witness.Puts.LastOrDefault(p => p.Place == place && p.Row == row.Label) is not { LeavesNoTrace: false } put || put.New != old || put.Old == old || put.Number < agreed) return;

        // What was put there before they agreed counts too while the worker has not read it: it decided on what stood there before that.
        if (universe.Witness.Puts.Any(p => p.Place != place && row.IsDecidedWith(p.Row) && Speaks(p) && (p.Number >= agreed || !universe.Witness.Readings.Show(p, universe.Time.GetUtcNow())))) return;

        if (SimulatedRows.All.Any(r => row.IsDecidedWith(r.Label) && IsInDoubt(r, agreed))) return;
        universe.Violate($"{row.Label}: a change on {side} alone was overwritten");
        universe.Trace.Say($"  {old} by {value ?? "-"}");
    }

    /// <summary>
    /// Where nobody can tell whether a write landed, what was there before it is taken for a write that did not: then the edit that it was to bring still contests what is said of the rows that
    /// are decided with it, whatever that is by now.
    /// </summary>
    private bool IsInDoubt(SimulatedRow row, int agreed) => universe.Witness.Puts.Skip(agreed).Any(p => !p.IsThirdValue && p.Place == place && p.Row == row.Label
        && universe.Witness.Journal.LosersWithCause(link, row, p.At).Any(l => l.Value == p.New && l.Cause == "Unconfirmed"));

    /// <summary>A recorded decision is never reversed without a new edit of that row.</summary>
    private void DecidedStaysDecided(SimulatedRow row, string old, string? value)
    {
        if (universe.Durable.JournalAsync(link.Link.Id, default).GetAwaiter().GetResult().LastOrDefault(j => j.Kind == "decision" && j.Row == row.Label) is not { } decision) return;
        var detail = JsonNode.Parse(decision.Detail)!;
        if (detail["Winner"]!.GetValue<string>() != side.ToString()) return;
        var (ours, theirs) = (row.Canonical(detail["Salesforce"]), row.Canonical(detail["PartnerCentral"]));
        var (winner, loser) = side == Side.Salesforce ? (ours, theirs) : (theirs, ours);
        if (old != winner || value != loser) return;
        if (universe.Witness.Puts.Any(p => !universe.Witness.Readings.Show(p, decision.At - universe.Witness.Journal.Error) && row.IsDecidedWith(p.Row) && (p.Place == place || Speaks(p)))) return;
        universe.Violate($"{row.Label}: a decision for {side} was reversed");
        universe.Trace.Say($"  {old} by {value ?? "-"}");
    }

    /// <summary>What a person put since it was last known elsewhere is known elsewhere, or in the journal, before it is overwritten: that it once was so does not count.</summary>
    private void Kept(SimulatedRow row, string old)
    {
        if (universe.Witness.Puts.LastOrDefault(p => p.Place == place && p.Row == row.Label) is not { LeavesNoTrace: false } put || put.New != old || put.Old == old) return;
        if (Others(link, side).Any(o => universe.Witness.HasHeldSince(o, row, old, put.At)) || universe.Witness.Journal.LosersWithCause(link, row, put.At).Any(l => l.Value == old)) return;
        universe.Violate($"I6 {row.Label} was overwritten on {side} and nobody was told since it was put there");
        universe.Trace.Say($"  {old}");
    }

    private bool Speaks(Put put) => put.Place == link.Link.RecordId || put.Place == link.Link.OpportunityId || (link.Link.RecordId is { } record && (put.Records.Contains(record) || put.Lookups.Contains(record)));
}
